import accepts from "@fastify/accepts";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { HttpLimits } from "../options.ts";
import { httpProblem } from "../problem-details/http-problems.ts";
import type { Problem } from "../problem-details/problem.ts";
import { sendProblem } from "../problem-details/send-problem.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The media type the route answers with; JSON when absent. */
    mediaType?: string;
  }
}

/** Refuses what could not be answered whatever its route and sender: before authentication. */
const plugin: FastifyPluginAsync<{ limits: HttpLimits }> = async (app, { limits }) => {
  await app.register(accepts);
  app.addHook("onRequest", async (request, reply) => {
    const problem = wrongHost(request) ?? tooLong(request, limits) ?? notAcceptable(request);
    return problem && sendProblem(request, reply, problem);
  });
};

// RFC 9112 § 3.2. Node would answer none with an empty 400 (`requireHostHeader`), and of several take the first, where
// a proxy in front may have taken the last.
const wrongHost = ({ raw }: FastifyRequest): Problem | undefined => {
  const hosts = raw.rawHeaders.filter(
    (name, index) => index % 2 === 0 && name.toLowerCase() === "host",
  );
  return hosts.length > 1 || (hosts.length === 0 && raw.httpVersion === "1.1")
    ? httpProblem("malformed-http", "Send one Host header (RFC 9112 § 3.2).", {
        headers: { connection: "close" },
      })
    : undefined;
};

const tooLong = (request: FastifyRequest, { urlBytes }: HttpLimits): Problem | undefined =>
  Buffer.byteLength(request.url) > urlBytes
    ? httpProblem("url-too-long", `Send a URL of at most ${urlBytes} bytes.`)
    : undefined;

const notAcceptable = (request: FastifyRequest): Problem | undefined => {
  if (request.is404) return undefined;
  const mediaType = request.routeOptions.config.mediaType ?? "application/json";
  return request.accepts().type([mediaType]) === false
    ? httpProblem("not-acceptable", `Send Accept: ${mediaType}, or no Accept header.`)
    : undefined;
};

export const preconditions = fastifyPlugin(plugin, { name: "preconditions" });
