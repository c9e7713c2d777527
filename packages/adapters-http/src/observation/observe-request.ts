import type { FastifyReply, FastifyRequest } from "fastify";
import type { NameInLog } from "./pseudonym.ts";
import { redactError } from "./redact-error.ts";
import type { FinishedRequest, RequestObserver } from "./request-observer.ts";
import { sentValues } from "./sent-values.ts";
import { traceParentOf } from "./trace-parent.ts";
import { routeOf } from "../plugins/route-of.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The code of the problem it is answered with. */
    problem: string | undefined;
    /** What went wrong on our side. */
    fault: unknown;
    /** What names the request over all its attempts, when that is not its own id. */
    logicalId: string | undefined;
  }
}

/** Sees to it that the request, once over, is logged in one line and counted. */
export type ObserveRequest = (request: FastifyRequest, reply: FastifyReply) => void;

export const makeObserveRequest =
  (nameInLog: NameInLog, observer: RequestObserver | undefined): ObserveRequest =>
  (request, reply) => {
    observer?.started();
    // Not Fastify's onResponse: that never comes when the client goes away first.
    reply.raw.once("close", () => {
      const finished = finishedOf(request, reply);
      observer?.finished(finished);
      logLine(request, finished, nameInLog);
    });
  };

/** Nginx's code for a client that went away; HTTP has none. */
const clientClosedRequest = 499;

const finishedOf = (request: FastifyRequest, reply: FastifyReply): FinishedRequest => ({
  method: request.method,
  route: routeOf(request).url ?? "none",
  status: reply.raw.writableEnded ? reply.statusCode : clientClosedRequest,
  problem: request.problem,
  seconds: reply.elapsedTime / 1000,
});

// Probes come every second and say nothing when they pass.
const quiet: ReadonlySet<string> = new Set(["/ping", "/health/live", "/health/ready", "/metrics"]);

/** It names the route and not the URL, whose query may hold an email address. */
const logLine = (
  request: FastifyRequest,
  { method, route, status, problem, seconds }: FinishedRequest,
  nameInLog: NameInLog,
): void => {
  const { caller, fault, logicalId, log } = request;
  const trace = traceParentOf(request.headers.traceparent);
  const line = {
    ...(trace && { traceId: trace.traceId, parentId: trace.parentId }),
    ...(caller && { tenant: caller.tenantId, actor: nameInLog(caller) }),
    method,
    route,
    status,
    ...(problem !== undefined && { code: problem }),
    ...(logicalId !== undefined && { logicalRequestId: logicalId }),
    milliseconds: Math.round(seconds * 1e6) / 1e3,
    ...(fault !== undefined && { err: redactError(fault, sentValues(request)) }),
  };
  if (problem === "overloaded") log.info(line, "refused");
  else if (status >= 500) log[status === 503 ? "warn" : "error"](line, "failed");
  else if (problem !== undefined) log.info(line, "refused");
  else if (quiet.has(route)) log.debug(line, "answered");
  else log.info(line, "answered");
};
