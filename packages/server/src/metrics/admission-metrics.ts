import type { AdmissionObserver } from "@ordo/adapters-http";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** The queue before the use cases. */
export const makeAdmissionMetrics = (registry: Registry): AdmissionObserver => {
  const registers = [registry];
  let admission = { inFlight: 0, waiting: 0 };
  const inFlight = new Gauge({
    name: "ordo_admission_in_flight",
    help: "Use cases that run now",
    registers,
    collect() {
      inFlight.set(admission.inFlight);
    },
  });
  const queue = new Gauge({
    name: "ordo_admission_queue_length",
    help: "Requests that wait for a use case to end",
    registers,
    collect() {
      queue.set(admission.waiting);
    },
  });
  const wait = new Histogram({
    name: "ordo_admission_wait_seconds",
    help: "Time that admitted requests waited",
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const refused = new Counter({
    name: "ordo_admission_refused_total",
    help: "Requests refused for overload; reason: queue_full, deadline or pressure (event loop, memory)",
    labelNames: ["reason"],
    registers,
  });
  for (const reason of ["queue_full", "deadline", "pressure"]) refused.inc({ reason }, 0);
  return {
    admitted: (waitedSeconds) => wait.observe(waitedSeconds),
    refused: (reason) => refused.inc({ reason }),
    watch: (watched) => {
      admission = watched;
    },
  };
};
