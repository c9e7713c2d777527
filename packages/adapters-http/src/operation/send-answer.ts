import type { FastifyReply, FastifyRequest } from "fastify";
import { etagOf } from "../plugins/conditional-requests.ts";
import type { Answer } from "./answer.ts";
import { prefersMinimal } from "./prefer.ts";

/** Writes a success: its headers, and its body unless the sender prefers none. */
export const sendAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  { status, cacheControl }: { readonly status: number; readonly cacheControl: string },
): FastifyReply => {
  reply.code(status).header("cache-control", cacheControl);
  if (answer.version !== undefined) reply.header("etag", etagOf(answer.version));
  if (answer.location !== undefined) reply.header("location", answer.location);
  if (answer.links !== undefined) {
    const links = Object.entries(answer.links).map(
      ([relation, target]) => `<${target}>; rel="${relation}"`,
    );
    if (links.length > 0) reply.header("link", links.join(", "));
  }
  if (request.method === "POST" && prefersMinimal(request.headers.prefer))
    return reply.header("preference-applied", "return=minimal").send();
  return reply.type("application/json; charset=utf-8").send(answer.body);
};
