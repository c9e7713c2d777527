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
} from "@ordo/adapters-postgres";
import { makeQueries, type QueryPorts, type UseCases } from "@ordo/application";
import { ContainerModule } from "inversify";
import type { Logger } from "pino";
import { within } from "../lifecycle/within.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { tokens } from "../tokens.ts";
import { carryOnExport } from "../use-cases/carry-on-export.ts";
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
        tokens.useCases,
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
  primary: UseCases,
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
  const measured = aroundQueries(makeQueries(portsOver(server.database)), metrics.useCases);
  const traced = tracing === null ? measured : aroundQueries(measured, tracing.useCases);
  const replicaFailed = (error: unknown) =>
    logger.warn({ err: error }, "a read of the replica failed: the primary answers it");
  return {
    ...server,
    queries: {
      ...traced,
      exportOrders: carryOnExport(traced.exportOrders, primary.exportOrders, replicaFailed),
    },
    observer: { ...metrics.replica, replicaFailed },
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
