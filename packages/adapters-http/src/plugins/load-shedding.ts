import underPressure from "@fastify/under-pressure";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { AdmissionQueue } from "../admission/admission-queue.ts";
import type { AdmissionObserver } from "../admission/admission-options.ts";
import type { HttpLimits } from "../options.ts";
import { overloaded } from "../problem-details/http-problems.ts";
import { sendProblem } from "../problem-details/send-problem.ts";

interface LoadSheddingOptions {
  readonly admission: AdmissionQueue;
  readonly observer: AdmissionObserver | undefined;
  readonly limits: HttpLimits;
}

/**
 * Turns requests away before anything is spent on them: when the admission queue has no room, and, as a
 * backstop, when the event loop itself is late. Probes are always answered, for a process that is
 * restarted for being busy leaves the others busier still.
 */
const plugin: FastifyPluginAsync<LoadSheddingOptions> = async (
  app,
  { admission, observer, limits },
) => {
  app.addHook("onRequest", (request, reply, done) => {
    if (admission.saturated && !isPublic(request)) {
      admission.refusedOnArrival();
      sendProblem(request, reply, overloaded(limits.retryAfterSeconds));
    } else done();
  });
  await app.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelayMs,
    pressureHandler: (request, reply) => {
      if (isPublic(request)) return;
      observer?.refused("pressure");
      sendProblem(request, reply, overloaded(limits.retryAfterSeconds));
    },
  });
};

const isPublic = (request: FastifyRequest): boolean =>
  request.routeOptions.config.access === "public";

export const loadShedding = fastifyPlugin(plugin, { name: "load-shedding" });
