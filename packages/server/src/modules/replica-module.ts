import type { ReadReplica } from "@ordo/adapters-http";
import {
  makePostgresCustomerRepository,
  makePostgresOrderExport,
  makePostgresOrderJournal,
  makePostgresOrderQueries,
  makePostgresOrderRepository,
  makePostgresProductRepository,
  openReadReplica,
  type OrdoDatabase,
  type ReadReplica as ReplicaServer,
} from "@ordo/adapters-postgres";
import { makeQueries, type QueryPorts } from "@ordo/application";
import { ContainerModule } from "inversify";
import type { Logger } from "pino";
import { within } from "../lifecycle/within.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { tokens } from "../tokens.ts";
import { aroundQueries } from "../use-cases/around-use-cases.ts";

/** A replica to read from, and how to let go of it. */
export interface OpenReplica extends ReadReplica {
  readonly close: () => Promise<void>;
}

/** The read replica, when one is configured: the queries once more, over connections of its own. */
export const replicaModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.replica)
      .toResolvedValue(openReplica, [
        tokens.settings,
        tokens.logger,
        tokens.metrics,
        tokens.tracing,
      ])
      .onDeactivation(async (replica) => {
        if (replica !== null) await within(closingPatienceMs, replica.close());
      });
  });

/** A connection that hangs must not keep the process. */
const closingPatienceMs = 5_000;

const openReplica = (
  { database }: ServerSettings,
  logger: Logger,
  metrics: Metrics,
  tracing: Tracing | null,
): OpenReplica | null => {
  if (database.replica === null) return null;
  const server = openReadReplica({
    primaryUrl: database.url,
    replicaUrl: database.replica.url,
    max: database.poolSize,
    prepare: database.prepare,
    waitMs: database.replica.waitMs,
    maxLagMs: database.replica.maxLagMs,
    observer: {
      lost: (fault, error) =>
        logger.warn({ err: error, fault }, "the read replica is lost: the primary answers all"),
      found: () => logger.info("the read replica answers"),
    },
  });
  metrics.replica.watchLag(server.lagMs);
  tracing?.watch(server.pool);
  return asReadReplica(server, logger, metrics, tracing);
};

const asReadReplica = (
  { database, position, admits, whileUp, fault, close }: ReplicaServer,
  logger: Logger,
  metrics: Metrics,
  tracing: Tracing | null,
): OpenReplica => {
  const measured = aroundQueries(makeQueries(portsOver(database)), metrics.useCases);
  return {
    queries: tracing === null ? measured : aroundQueries(measured, tracing.useCases),
    position,
    admits,
    whileUp,
    fault,
    close,
    observer: {
      ...metrics.replica,
      replicaFailed: (error) =>
        logger.warn({ err: error }, "a read of the replica failed: the primary answers it"),
    },
  };
};

const portsOver = (database: OrdoDatabase): QueryPorts => ({
  orders: makePostgresOrderRepository(database),
  orderJournal: makePostgresOrderJournal(database),
  orderQueries: makePostgresOrderQueries(database),
  orderExport: makePostgresOrderExport(database),
  customers: makePostgresCustomerRepository(database),
  products: makePostgresProductRepository(database),
});
