import type { IncomingMessage, ServerResponse } from "node:http";
import underPressure from "@fastify/under-pressure";
import type { FastifyBaseLogger, FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { AdmissionQueue } from "../admission/admission-queue.ts";
import type { AdmissionObserver } from "../admission/admission-options.ts";
import type { RequestObserver } from "../observation/request-observer.ts";
import type { HttpLimits } from "../options.ts";
import { overloaded } from "../problem-details/http-problems.ts";
import { PROBLEM_JSON, renderProblem } from "../problem-details/render-problem.ts";
import { sendProblem } from "../problem-details/send-problem.ts";
import { requestIdOf } from "./request-id.ts";
import { boundRest } from "./slow-requests.ts";

interface LoadSheddingOptions {
  readonly admission: AdmissionQueue;
  readonly admissionObserver: AdmissionObserver | undefined;
  readonly observer: RequestObserver | undefined;
  readonly limits: HttpLimits;
}

type Tools = LoadSheddingOptions & { readonly log: FastifyBaseLogger };

/**
 * Turns requests away before anything is spent on them: when the admission queue has no room, and, as a
 * backstop, when the event loop itself is late. What is refused costs time that what is served needs, so
 * a full queue refuses before Fastify sees the request. Probes are always answered, for a process that is
 * restarted for being busy leaves the others busier still.
 */
const plugin: FastifyPluginAsync<LoadSheddingOptions> = async (app, options) => {
  const { admission, admissionObserver, limits } = options;
  const refuse = makeRefuse({ ...options, log: app.log });
  const listeners = app.server.listeners("request");
  app.server.removeAllListeners("request");
  app.server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (admission.saturated && isWork(request)) refuse(request, response);
    else for (const listener of listeners) Reflect.apply(listener, app.server, [request, response]);
  });

  await app.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelayMs,
    pressureHandler: (request, reply, _type, value) => {
      // The plugin says Infinity when it has no sample, as just after the start: that is no pressure.
      if (value === Infinity || !isWork(request.raw)) return;
      admissionObserver?.refused("pressure");
      sendProblem(request, reply, overloaded(limits.retryAfterSeconds));
    },
  });
};

const isWork = ({ url = "" }: IncomingMessage): boolean => url.startsWith("/api/");

const makeRefuse = ({ admission, observer, limits, log }: Tools) => {
  const tell = makeTeller(log);
  const problem = overloaded(limits.retryAfterSeconds);
  return (request: IncomingMessage, response: ServerResponse): void => {
    admission.refusedOnArrival();
    tell();
    const started = performance.now();
    observer?.started();
    const requestId = requestIdOf(request);
    const instance = request.url?.split("?", 1)[0] ?? "/";
    const body = renderProblem(problem, { requestId, instance });
    response.writeHead(problem.status, {
      ...problem.headers,
      "content-type": PROBLEM_JSON,
      "content-length": Buffer.byteLength(body),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": requestId,
    });
    response.end(body);
    boundRest(request, limits);
    const seconds = (performance.now() - started) / 1000;
    const { method = "" } = request;
    observer?.finished({ method, route: "unread", status: 503, problem: problem.code, seconds });
  };
};

/** A line for each refusal would cost as much as the refusal: one a second says how many there were. */
const makeTeller = (log: FastifyBaseLogger): (() => void) => {
  let refused = 0;
  return () => {
    refused += 1;
    if (refused > 1) return;
    setTimeout(() => {
      log.warn({ refused, code: "overloaded" }, "refused unread");
      refused = 0;
    }, 1_000).unref();
  };
};

export const loadShedding = fastifyPlugin(plugin, { name: "load-shedding" });
