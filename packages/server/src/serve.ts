import type { MetricsSource } from "@ordo/adapters-http";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Config } from "./config/config.ts";
import { buildContainer } from "./container.ts";
import { settleKeys } from "./keys.ts";
import { warnOfLostDurability } from "./lifecycle/warn-of-lost-durability.ts";
import { within } from "./lifecycle/within.ts";
import type { Scheduler } from "./maintenance/scheduler.ts";
import { listen } from "./listen.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { reachable } from "./reachable.ts";
import { settleSettings } from "./settle-settings.ts";
import { tokens } from "./tokens.ts";
import { tracesOf } from "./tracing/traces.ts";

export interface RunningServer {
  readonly url: string;
  /** Fulfilled when the database that this process started ended by itself: nothing can be served any more. */
  readonly databaseLost: Promise<void>;
  /** Has itself taken out of rotation, serving all the while. */
  drain(): Promise<void>;
  /** Answers what is under way, then lets go of the database, then stops it if it is ours. */
  close(): Promise<void>;
}

interface ServeOptions {
  /** Where this process's metrics are served together with those of others. */
  readonly shareMetrics?: (own: Registry) => MetricsSource;
}

/**
 * Starts everything, in order: database, migrations, container, HTTP. What was started is stopped
 * again when a later step fails.
 */
export const serve = async (
  config: Config,
  logger: Logger,
  say: (message: string) => void,
  { shareMetrics }: ServeOptions = {},
): Promise<RunningServer> => {
  await using started = new AsyncDisposableStack();

  const tracing = await tracesOf(config);
  started.defer(() => tracing?.close());
  const keys = await settleKeys(config);
  const database = await openDatabase(config, say);
  started.defer(() => database.close());
  if (config.ENABLE_MIGRATIONS) await migrate(database.url);

  const container = buildContainer(
    {
      ...settleSettings(config, keys, database.url, tracing),
      migrated: config.ENABLE_MIGRATIONS,
      ...(shareMetrics && { shareMetrics }),
    },
    logger,
  );
  started.defer(() => container.unbindAllAsync());
  await reachable(database.url, () => warnOfLostDurability(container.get(tokens.pool), logger));

  const app = await container.getAsync(tokens.app);
  const scheduler = config.ENABLE_MAINTENANCE ? container.get(tokens.scheduler) : null;
  started.defer(async () => {
    await Promise.all([
      closeApp(app, config.SHUTDOWN_MS, logger),
      scheduler && stopMaintenance(scheduler, config.SHUTDOWN_MS, logger),
    ]);
  });
  const url = await listen(app, config.HOST, config.PORT);
  scheduler?.start();

  if (config.NODE_ENV !== "production") {
    const { welcomeDeveloper } = await import("./development/welcome-developer.ts");
    say(await welcomeDeveloper({ config, keys, url, container }));
  }

  const running = started.move();
  const departure = container.get(tokens.departure);
  return {
    url,
    databaseLost: database.lost,
    drain: () => departure.announce(config.DRAIN_MS),
    close: () => running.disposeAsync(),
  };
};

/** Answers what is under way; cuts off what takes too long. */
const closeApp = async (
  app: FastifyInstance,
  patienceMs: number,
  logger: Logger,
): Promise<void> => {
  const closed = app.close();
  if (await within(patienceMs, closed)) return;
  logger.warn({ patienceMs }, "cutting off requests that are still under way");
  app.server.closeAllConnections();
};

/** Lets maintenance end what it is at; what takes too long is left to whoever does it next. */
const stopMaintenance = async (
  scheduler: Scheduler,
  patienceMs: number,
  logger: Logger,
): Promise<void> => {
  if (!(await within(patienceMs, scheduler.stop())))
    logger.warn({ patienceMs }, "leaving maintenance that is still under way");
};
