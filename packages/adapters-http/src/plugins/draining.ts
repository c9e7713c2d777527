import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { HttpLimits } from "../options.ts";
import { unavailable } from "../problem-details/http-problems.ts";
import { sendProblem } from "../problem-details/send-problem.ts";

/** While the app closes, what still arrives on open connections is sent elsewhere, as a problem. */
const plugin: FastifyPluginAsync<{ limits: HttpLimits }> = async (app, { limits }) => {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onRequest", async (request, reply) => {
    if (!closing) return undefined;
    reply.header("connection", "close");
    return sendProblem(request, reply, unavailable(limits.retryAfterSeconds));
  });
};

export const draining = fastifyPlugin(plugin, { name: "draining" });
