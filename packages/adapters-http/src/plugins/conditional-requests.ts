import { createHash } from "node:crypto";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { namesTag } from "./if-none-match.ts";

/** The strong entity tag of a version: it changes exactly when the representation can. */
export const etagOf = (version: number): string => `"${version}"`;

/** The strong entity tag of something without a version: its digest. */
export const digestTag = (content: string): string =>
  `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;

/** Answers 304 to a read whose `If-None-Match` names the entity tag that the handler set. */
const plugin: FastifyPluginAsync = async (app) => {
  app.addHook("onSend", (request, reply, payload, done) => {
    done(null, withoutBodyIfKnown(request, reply, payload));
  });
};

/** The payload, or null and 304 when the reader has it. */
export const withoutBodyIfKnown = <T>(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: T,
): T | null => {
  const ifNoneMatch = request.headers["if-none-match"];
  const etag = reply.getHeader("etag");
  if (reply.statusCode !== 200 || ifNoneMatch === undefined || typeof etag !== "string")
    return payload;
  if (!namesTag(ifNoneMatch, etag)) return payload;
  reply.code(304).removeHeader("content-type").removeHeader("content-length");
  return null;
};

export const conditionalRequests = fastifyPlugin(plugin, { name: "conditional-requests" });
