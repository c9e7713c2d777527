import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry } from "prom-client";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { unlessLost } from "../lifecycle/unless-lost.ts";
import { migrate } from "../migrate.ts";
import { openDatabase } from "../open-database.ts";
import { StartupError } from "../startup-error.ts";
import type { StopRequest } from "../stop-signal.ts";
import { type Order, reports } from "./messages.ts";
import { designating } from "./designating.ts";
import { type SupervisedWorker, Supervisor } from "./supervisor.ts";

interface Primary {
  readonly config: Config;
  readonly logger: Logger;
  readonly print: (message: string) => void;
  readonly stopRequest: StopRequest;
}

/** Beyond what a worker takes for itself, before it is killed. */
const graceMs = 10_000;

/**
 * Brings up the database once and then as many workers as asked for, which share the port. Serves
 * nothing itself. Ends when it is told to, and fails when the first workers do not come up.
 */
export const runPrimary = async ({
  config,
  logger,
  print,
  stopRequest,
}: Primary): Promise<void> => {
  await using started = new AsyncDisposableStack();
  const database = await openDatabase(config, print);
  started.defer(() => database.close());
  if (config.ENABLE_MIGRATIONS) await migrate(database.url);

  const firstReady = Promise.withResolvers<void>();
  const supervisor = new Supervisor({
    count: config.WORKERS,
    logger,
    fork: designating((maintains) =>
      supervise(database.url, config.ENABLE_MAINTENANCE && maintains, firstReady),
    ),
  });
  supervisor.start();
  stopRequest.onSecond(() => supervisor.kill());

  const patienceMs = config.DRAIN_MS + config.SHUTDOWN_MS + graceMs;
  try {
    await Promise.race([firstReady.promise, stopRequest.first]);
  } catch (error) {
    await supervisor.stop(false, patienceMs);
    throw error;
  }
  const signal = await unlessLost(database.lost, stopRequest.first, () =>
    supervisor.stop(false, patienceMs),
  );
  logger.info({ signal, workers: supervisor.size }, "stopping");
  await supervisor.stop(signal === "SIGTERM", patienceMs);
};

const supervise = (
  databaseUrl: string,
  maintains: boolean,
  firstReady: PromiseWithResolvers<void>,
): SupervisedWorker => {
  const worker = cluster.fork({
    DATABASE_URL: databaseUrl,
    ENABLE_MIGRATIONS: "false",
    ENABLE_MAINTENANCE: String(maintains),
  });
  worker.on("message", (message: unknown) => {
    const report = reports.safeParse(message);
    if (!report.success) return;
    if (report.data.ordo === "ready") firstReady.resolve();
    else void answerMetrics(worker, report.data.id);
  });
  // Of no effect once one has been ready.
  worker.on("exit", () => firstReady.reject(new StartupError("The workers do not start.")));
  return {
    id: worker.id,
    onExit: (listener) => worker.on("exit", (code: number | null) => listener(code)),
    stop: (drain) => tell(worker, { ordo: "stop", drain }),
    kill: () => worker.process.kill("SIGKILL"),
  };
};

const aggregator = new AggregatorRegistry();

const answerMetrics = async (worker: Worker, id: number): Promise<void> => {
  // A worker that does not answer in time leaves its share out of one scrape, not the scrape undone.
  const text = await aggregator.clusterMetrics().catch(() => "");
  tell(worker, { ordo: "metrics", id, text });
};

const tell = (worker: Worker, order: Order): void => {
  if (worker.isConnected()) worker.send(order);
};
