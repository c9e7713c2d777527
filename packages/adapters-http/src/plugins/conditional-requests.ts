import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { namesTag } from "./if-none-match.ts";

/** The strong entity tag of a version: it changes exactly when the representation can. */
export const etagOf = (version: number): string => `"${version}"`;

/** Answers 304 to a read whose `If-None-Match` names the entity tag that the handler set. */
const plugin: FastifyPluginAsync = async (app) => {
  app.addHook("onSend", async (request, reply, payload) => {
    if (reply.statusCode !== 200) return payload;
    const ifNoneMatch = request.headers["if-none-match"];
    const etag = reply.getHeader("etag");
    if (ifNoneMatch === undefined || typeof etag !== "string") return payload;
    if (!namesTag(ifNoneMatch, etag)) return payload;
    reply.code(304).removeHeader("content-type").removeHeader("content-length");
    return null;
  });
};

export const conditionalRequests = fastifyPlugin(plugin, { name: "conditional-requests" });
