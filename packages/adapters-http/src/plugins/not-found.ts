import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { httpProblem } from "../problem-details/http-problems.ts";
import { sendProblem } from "../problem-details/send-problem.ts";

/** 404 where nothing is served; 405 with `Allow` where other methods are (RFC 9110 § 15.5.6). */
const plugin: FastifyPluginAsync = async (app) => {
  const methods = new Set<string>();
  app.addHook("onRoute", (route) => {
    for (const method of [route.method].flat()) methods.add(method);
  });
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split("?", 1)[0] ?? "/";
    const allowed = [...methods].filter((method) => app.findRoute({ method, url: path }) !== null);
    return sendProblem(
      request,
      reply,
      allowed.length > 0
        ? httpProblem("method-not-allowed", `Use ${allowed.join(" or ")} here.`, {
            headers: { allow: allowed.join(", ") },
          })
        : httpProblem("unknown-route", "Check the URL against /api/v1/openapi.json."),
    );
  };
  // Before the body is looked at: whatever is wrong with it, nobody here would take it.
  app.addHook("onRequest", async (request, reply) =>
    request.is404 ? answer(request, reply) : undefined,
  );
  // For a route that finds nothing to serve by itself.
  app.setNotFoundHandler(answer);
};

export const notFound = fastifyPlugin(plugin, { name: "not-found" });
