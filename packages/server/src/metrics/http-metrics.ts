import type { RequestObserver } from "@ordo/adapters-http";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";

// From a cached read to the deadline of a request; the targets of performance.md lie in the finer part.
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Rate, errors and duration of each route. */
export const makeHttpMetrics = (registry: Registry): RequestObserver => {
  const registers = [registry];
  const requests = new Counter({
    name: "ordo_http_requests_total",
    help: "Requests answered; status 499: the client went away first, or took too long to read; route none: nothing is served there; route unread: refused for overload before it was read",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const duration = new Histogram({
    name: "ordo_http_request_duration_seconds",
    help: "Time from the request's headers to the end of its answer",
    labelNames: ["method", "route"],
    buckets,
    registers,
  });
  const inFlight = new Gauge({
    name: "ordo_http_requests_in_flight",
    help: "Requests that are being answered now",
    registers,
  });
  const rejections = new Counter({
    name: "ordo_rejections_total",
    help: "Requests refused, by the code of the problem they were answered with",
    labelNames: ["code"],
    registers,
  });
  return {
    started: () => inFlight.inc(),
    finished: ({ method, route, status, problem, seconds }) => {
      inFlight.dec();
      requests.inc({ method, route, status });
      duration.observe({ method, route }, seconds);
      if (problem !== undefined) rejections.inc({ code: problem });
    },
  };
};
