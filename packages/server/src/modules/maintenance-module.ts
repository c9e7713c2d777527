import {
  type Clock,
  type DueTenants,
  type IdempotencyRetention,
  type Maintenance,
  makeMaintenance,
  type UseCases,
} from "@ordo/application";
import { ContainerModule } from "inversify";
import type { Logger } from "pino";
import { maintenanceTaskNames, taskNamed } from "../maintenance/maintenance-task-name.ts";
import { Scheduler } from "../maintenance/scheduler.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { ServerSettings } from "../server-settings.ts";
import { tokens } from "../tokens.ts";

/** What Ordo does without being asked, and what makes it do so. Nothing runs until the scheduler is started. */
export const maintenanceModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.maintenance).toResolvedValue(openMaintenance, [
      tokens.dueTenants,
      tokens.idempotencyRetention,
      tokens.clock,
      tokens.useCases,
      tokens.settings,
    ]);
    bind(tokens.scheduler).toResolvedValue(openScheduler, [
      tokens.maintenance,
      tokens.settings,
      tokens.metrics,
      tokens.logger,
    ]);
  });

const openMaintenance = (
  dueTenants: DueTenants,
  idempotencyRetention: IdempotencyRetention,
  clock: Clock,
  useCases: UseCases,
  { maintenance: { requestsEndWithinMs } }: ServerSettings,
): Maintenance =>
  makeMaintenance({ dueTenants, idempotencyRetention, clock }, useCases, {
    requestsEndWithin: requestsEndWithinMs,
  });

const openScheduler = (
  maintenance: Maintenance,
  { maintenance: { intervalsMs } }: ServerSettings,
  metrics: Metrics,
  logger: Logger,
): Scheduler =>
  new Scheduler({
    tasks: maintenanceTaskNames.map((name) => ({
      name,
      intervalMs: intervalsMs[name],
      run: taskNamed(maintenance, name),
    })),
    observer: metrics.maintenance,
    logger,
  });
