import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { sendProblem } from "../problem-details/send-problem.ts";
import type { LimitRate } from "../rate-limits/limit-rate.ts";
import { routeOf } from "./route-of.ts";

/** Holds every client to its quota. Failed logins never come here: authentication takes them from it. */
const plugin: FastifyPluginAsync<{ limitRate: LimitRate }> = async (app, { limitRate }) => {
  app.addHook("onRequest", async (request, reply) => {
    if (routeOf(request).config.operation?.tag === "Health") return undefined;
    const problem = await limitRate(request, reply);
    return problem && sendProblem(request, reply, problem);
  });
};

export const rateLimit = fastifyPlugin(plugin, { name: "rate-limit" });
