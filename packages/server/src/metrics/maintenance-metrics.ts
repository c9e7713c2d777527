import type { MaintenanceReport } from "@ordo/application";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import {
  type MaintenanceTaskName,
  maintenanceTaskNames,
} from "../maintenance/maintenance-task-name.ts";

/** Is told how maintenance fares. */
export interface MaintenanceObserver {
  /** This process will run the task from now on. */
  scheduled(task: MaintenanceTaskName, intervalSeconds: number): void;
  /** One run has ended; null when it found out nothing. */
  ran(
    task: MaintenanceTaskName,
    run: { readonly seconds: number; readonly report: MaintenanceReport | null },
  ): void;
}

/** Runs of maintenance, and what they did. */
export const makeMaintenanceMetrics = (registry: Registry): MaintenanceObserver => {
  const runs = makeRunMetrics(registry);
  const count = makeWorkMetrics(registry);
  return {
    scheduled: runs.scheduled,
    ran: (task, { seconds, report }) => {
      runs.ran(task, seconds, report !== null && report.failures.length === 0);
      if (report !== null) count[task](report);
    },
  };
};

const makeRunMetrics = (registry: Registry) => {
  const registers = [registry];
  const duration = new Histogram({
    name: "ordo_maintenance_run_duration_seconds",
    help: `Runs of maintenance; task: ${maintenanceTaskNames.join(", ")}; outcome: succeeded, or failed, be it on one order`,
    labelNames: ["task", "outcome"],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300],
    registers,
  });
  const lastSuccess = new Gauge({
    name: "ordo_maintenance_last_success_timestamp_seconds",
    help: "Unix time of the last run that succeeded; before the first, of the process's start",
    labelNames: ["task"],
    aggregator: "max",
    registers,
  });
  const interval = new Gauge({
    name: "ordo_maintenance_interval_seconds",
    help: "Time between two runs; absent where maintenance is off",
    labelNames: ["task"],
    aggregator: "max",
    registers,
  });
  return {
    scheduled: (task: MaintenanceTaskName, seconds: number) => {
      interval.set({ task }, seconds);
      lastSuccess.setToCurrentTime({ task });
    },
    ran: (task: MaintenanceTaskName, seconds: number, succeeded: boolean) => {
      duration.observe({ task, outcome: succeeded ? "succeeded" : "failed" }, seconds);
      if (succeeded) lastSuccess.setToCurrentTime({ task });
    },
  };
};

const makeWorkMetrics = (
  registry: Registry,
): Readonly<Record<MaintenanceTaskName, (report: MaintenanceReport) => void>> => {
  const registers = [registry];
  const expired = new Counter({
    name: "ordo_orders_expired_total",
    help: "Orders that maintenance ended because their deadline had passed",
    registers,
  });
  const reconciled = new Counter({
    name: "ordo_payment_reconciliations_total",
    help: "Orders whose payment provider maintenance asked again; outcome: settled or still_unknown",
    labelNames: ["outcome"],
    registers,
  });
  const unknownAge = new Gauge({
    name: "ordo_payment_unknown_age_seconds",
    help: "Age of the oldest payment operation that the last run could not settle, 0 without one",
    aggregator: "max",
    registers,
  });
  const forgotten = new Counter({
    name: "ordo_idempotency_keys_forgotten_total",
    help: "Idempotency keys forgotten because of their age",
    registers,
  });
  for (const outcome of ["settled", "still_unknown"]) reconciled.inc({ outcome }, 0);
  return {
    expire_orders: ({ done }) => expired.inc(done),
    settle_payments: ({ done, skipped, oldestSkipped }) => {
      reconciled.inc({ outcome: "settled" }, done);
      reconciled.inc({ outcome: "still_unknown" }, skipped);
      unknownAge.set(oldestSkipped === null ? 0 : (Date.now() - oldestSkipped) / 1_000);
    },
    forget_keys: ({ done }) => forgotten.inc(done),
  };
};
