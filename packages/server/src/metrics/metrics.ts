import { Registry } from "prom-client";
import type { Build } from "../build.ts";
import { makeAdmissionMetrics } from "./admission-metrics.ts";
import { makeHttpMetrics } from "./http-metrics.ts";
import { makeMaintenanceMetrics } from "./maintenance-metrics.ts";
import { makePaymentMetrics } from "./payment-metrics.ts";
import { makePoolMetrics } from "./pool-metrics.ts";
import { makeProcessMetrics } from "./process-metrics.ts";
import { makeRateLimitMetrics } from "./rate-limit-metrics.ts";
import { makeReplicaMetrics } from "./replica-metrics.ts";
import { makeStorageMetrics } from "./storage-metrics.ts";
import { makeUseCaseMetrics } from "./use-case-metrics.ts";

export type Metrics = ReturnType<typeof makeMetrics>;

/** Everything the process measures, in one registry of its own. */
export const makeMetrics = (build: Build) => {
  const registry = new Registry();
  return {
    http: makeHttpMetrics(registry),
    useCases: makeUseCaseMetrics(registry),
    admission: makeAdmissionMetrics(registry),
    rateLimits: makeRateLimitMetrics(registry),
    pool: makePoolMetrics(registry),
    maintenance: makeMaintenanceMetrics(registry),
    payments: makePaymentMetrics(registry),
    replica: makeReplicaMetrics(registry),
    storage: makeStorageMetrics(registry),
    process: makeProcessMetrics(registry, build),
    registry,
    render: () => registry.metrics(),
  };
};
