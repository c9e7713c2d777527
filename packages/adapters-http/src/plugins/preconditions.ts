import accepts from "@fastify/accepts";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { HttpLimits } from "../options.ts";
import { httpProblem } from "../problem-details/http-problems.ts";
import type { Problem } from "../problem-details/problem.ts";
import { sendProblem } from "../problem-details/send-problem.ts";
import { preferredOf } from "./preferred-of.ts";
import { routeOf } from "./route-of.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The media types the route can answer with; JSON when absent. */
    mediaTypes?: readonly string[];
  }
}

/** Refuses what could not be answered whatever its route and sender: before authentication. */
const plugin: FastifyPluginAsync<{ limits: HttpLimits }> = async (app, { limits }) => {
  await app.register(accepts);
  app.addHook("onRequest", (request, reply, done) => {
    const problem = wrongHost(request) ?? tooLong(request, limits) ?? notAcceptable(request);
    if (problem) sendProblem(request, reply, problem);
    else done();
  });
};

// RFC 9112 § 3.2. Node would answer none with an empty 400 (`requireHostHeader`), and of several take the first, where
// a proxy in front may have taken the last.
const wrongHost = ({ raw }: FastifyRequest): Problem | undefined => {
  const hosts = raw.headers.host === undefined ? 0 : countHosts(raw.rawHeaders);
  return hosts > 1 || (hosts === 0 && raw.httpVersion === "1.1")
    ? httpProblem("malformed-http", "Send one Host header (RFC 9112 § 3.2).", {
        headers: { connection: "close" },
      })
    : undefined;
};

/** Names and values come by turns. */
const countHosts = (rawHeaders: readonly string[]): number => {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === "host") hosts += 1;
  }
  return hosts;
};

const tooLong = (request: FastifyRequest, { urlBytes }: HttpLimits): Problem | undefined =>
  Buffer.byteLength(request.url) > urlBytes
    ? httpProblem("url-too-long", `Send a URL of at most ${urlBytes} bytes.`)
    : undefined;

const notAcceptable = (request: FastifyRequest): Problem | undefined => {
  if (request.is404) return undefined;
  const mediaTypes = routeOf(request).config.mediaTypes ?? ["application/json"];
  return preferredOf(request, mediaTypes) === false
    ? httpProblem("not-acceptable", `Send Accept: ${mediaTypes.join(" or ")}, or no Accept header.`)
    : undefined;
};

export const preconditions = fastifyPlugin(plugin, { name: "preconditions" });
