import type { FastifyReply, FastifyRequest } from "fastify";
import { etagOf } from "../plugins/conditional-requests.ts";
import type { Answer } from "./answer.ts";
import { BufferSequence } from "./buffer-sequence.ts";
import type { WriteJson } from "./json-writer.ts";
import { prefersMinimal } from "./prefer.ts";

/** How the bodies of an operation's answers are written; undefined for one that it never has. */
export interface BodyWriters {
  readonly success: WriteJson | undefined;
  readonly preview: WriteJson | undefined;
}

const JSON_TYPE = "application/json; charset=utf-8";

interface Sending {
  readonly status: number;
  readonly cacheControl: string;
  readonly writers: BodyWriters;
}

/** Writes a success: its headers, and its body unless the sender prefers none. */
export const sendAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  { status, cacheControl, writers }: Sending,
): FastifyReply => {
  reply.code(answer.preview ? 200 : status).header("cache-control", cacheControl);
  const etag = answer.version === undefined ? answer.etag : etagOf(answer.version);
  if (etag !== undefined) reply.header("etag", etag);
  if (answer.location !== undefined) reply.header("location", answer.location);
  if (answer.links !== undefined) {
    const links = Object.entries(answer.links).map(
      ([relation, target]) => `<${target}>; rel="${relation}"`,
    );
    if (links.length > 0) reply.header("link", links.join(", "));
  }
  if (answer.stream) return reply.type(answer.stream.mediaType).send(answer.stream.body);
  // Fastify knows how long a buffer is.
  if (answer.json instanceof BufferSequence) reply.header("content-length", answer.json.length);
  if (answer.json !== undefined) return reply.type(JSON_TYPE).send(answer.json);
  if (answer.body === undefined) return reply.send();
  const writes = request.method === "POST" || request.method === "PATCH";
  if (writes && !answer.preview && prefersMinimal(request.headers.prefer))
    return reply.header("preference-applied", "return=minimal").send();
  const write = answer.preview ? writers.preview : writers.success;
  if (write === undefined)
    throw new Error("an answer has a body that its operation does not declare");
  return reply.type(JSON_TYPE).send(write(answer.body));
};
