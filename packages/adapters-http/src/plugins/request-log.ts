import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";

/** One line per answer. It names the route and not the URL, whose query may hold an email address. */
const plugin: FastifyPluginAsync = async (app) => {
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? "none",
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 1000) / 1000,
      },
      "answered",
    );
  });
};

export const requestLog = fastifyPlugin(plugin, { name: "request-log" });
