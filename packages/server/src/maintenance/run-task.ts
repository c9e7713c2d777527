import type { MaintenanceReport, MaintenanceTask } from "@ordo/application";
import type { Logger } from "pino";
import type { MaintenanceObserver } from "../metrics/maintenance-metrics.ts";
import type { MaintenanceTaskName } from "./maintenance-task-name.ts";

export interface ScheduledTask {
  readonly name: MaintenanceTaskName;
  readonly intervalMs: number;
  readonly run: MaintenanceTask;
}

interface Watchers {
  readonly observer: MaintenanceObserver;
  readonly logger: Pick<Logger, "debug" | "info" | "error">;
}

const advice =
  "it is tried again at its next turn; see docs/operations/runbooks/maintenance-not-succeeding.md";

/** Runs a task once and tells how it went; null when it could not even find out what is due. */
export const runTask = async (
  { name: task, run }: ScheduledTask,
  shouldStop: () => boolean,
  { observer, logger }: Watchers,
): Promise<MaintenanceReport | null> => {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1_000;
  try {
    const report = await run({ shouldStop });
    observer.ran(task, { seconds: seconds(), report });
    const { done, skipped, remaining, failures } = report;
    for (const { tenantId, orderId, error } of failures)
      logger.error(
        { err: error, task, tenantId, orderId },
        `maintenance broke on an order: ${advice}`,
      );
    const level = done + skipped > 0 ? "info" : "debug";
    logger[level]({ task, done, skipped, remaining, seconds: seconds() }, "maintenance ran");
    return report;
  } catch (error) {
    observer.ran(task, { seconds: seconds(), report: null });
    logger.error({ err: error, task }, `maintenance failed: ${advice}`);
    return null;
  }
};
