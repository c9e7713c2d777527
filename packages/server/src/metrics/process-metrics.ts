import { performance } from "node:perf_hooks";
import { collectDefaultMetrics, Gauge, type Registry } from "prom-client";
import type { Build } from "../build.ts";

export interface ProcessMetrics {
  /** Does `/health/ready` answer 200? */
  ready(isReady: boolean): void;
}

/** The process: memory, CPU, event loop, garbage collection; what is running, and whether it takes requests. */
export const makeProcessMetrics = (registry: Registry, build: Build): ProcessMetrics => {
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  let before = performance.eventLoopUtilization();
  const utilization = new Gauge({
    name: "ordo_event_loop_utilization",
    help: "Share of time the event loop was busy since the last scrape, 0 to 1",
    aggregator: "average",
    registers,
    collect() {
      const now = performance.eventLoopUtilization();
      utilization.set(performance.eventLoopUtilization(now, before).utilization);
      before = now;
    },
  });
  new Gauge({
    name: "ordo_build_info",
    help: "Always 1; what is running",
    aggregator: "first",
    labelNames: ["version", "revision", "node"],
    registers,
  }).set({ version: build.version, revision: build.revision, node: process.version }, 1);
  const ready = new Gauge({
    name: "ordo_ready",
    help: "1 when the last readiness check passed, 0 when it failed or the process drains",
    aggregator: "min",
    registers,
  });
  return { ready: (isReady) => ready.set(isReady ? 1 : 0) };
};
