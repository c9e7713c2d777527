import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";

/** The caller's `X-Request-Id` when it is safe to log and echo, else a new one. */
export const requestIdOf = (message: IncomingMessage): string => {
  const given = message.headers["x-request-id"];
  return typeof given === "string" && safe.test(given) ? given : randomUUID();
};

const safe = /^[A-Za-z0-9._~:+/=-]{1,128}$/;

const plugin: FastifyPluginAsync = async (app) => {
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    done();
  });
};

/** Echoes the request's id in `X-Request-Id`. */
export const requestId = fastifyPlugin(plugin, { name: "request-id" });
