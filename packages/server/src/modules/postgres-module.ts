import {
  createDatabase,
  createPool,
  makePostgresChangeFeed,
  makePostgresCustomerRepository,
  makePostgresOrderExport,
  makePostgresOrderJournal,
  makePostgresDueOrders,
  makePostgresDueTenants,
  makePostgresIdempotencyRetention,
  makePostgresOrderNumbers,
  makePostgresOrderQueries,
  makePostgresOrderRepository,
  makePostgresProductRepository,
} from "@ordo/adapters-postgres";
import { ContainerModule } from "inversify";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { within } from "../lifecycle/within.ts";
import { horizonLag } from "../metrics/horizon-lag.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { tokens } from "../tokens.ts";

/** The storage ports, over one pool that lives as long as the container. */
export const postgresModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.pool)
      .toResolvedValue(openPool, [tokens.settings, tokens.logger, tokens.metrics, tokens.tracing])
      .onDeactivation((pool) => endPool(pool));
    bind(tokens.probePool)
      .toResolvedValue(openProbePool, [tokens.settings, tokens.metrics])
      .onDeactivation((pool) => endPool(pool));
    bind(tokens.database).toResolvedValue(createDatabase, [tokens.pool]);
    bind(tokens.orders).toResolvedValue(
      (database, { storage }) => makePostgresOrderRepository(database, { observer: storage }),
      [tokens.database, tokens.metrics],
    );
    bind(tokens.orderJournal).toResolvedValue(makePostgresOrderJournal, [tokens.database]);
    bind(tokens.orderQueries).toResolvedValue(makePostgresOrderQueries, [tokens.database]);
    bind(tokens.orderExport).toResolvedValue(makePostgresOrderExport, [tokens.database]);
    bind(tokens.changeFeed).toResolvedValue(makePostgresChangeFeed, [tokens.database]);
    bind(tokens.orderNumbers).toResolvedValue(makePostgresOrderNumbers, [tokens.database]);
    bind(tokens.dueOrders).toResolvedValue(makePostgresDueOrders, [tokens.database]);
    bind(tokens.dueTenants).toResolvedValue(makePostgresDueTenants, [tokens.database]);
    bind(tokens.idempotencyRetention).toResolvedValue(makePostgresIdempotencyRetention, [
      tokens.database,
    ]);
    bind(tokens.customers).toResolvedValue(makePostgresCustomerRepository, [tokens.database]);
    bind(tokens.products).toResolvedValue(makePostgresProductRepository, [tokens.database]);
  });

/**
 * A scrape is a probe too: it must not wait behind the work that it measures. As the login, since the
 * application's role is not shown how old the transactions of others are.
 */
const openProbePool = ({ database }: ServerSettings, metrics: Metrics) => {
  const pool = createPool({
    url: database.url,
    prepare: database.prepare,
    max: 1,
    applicationName: "ordo probe",
    actAs: "login",
  });
  const feed = makePostgresChangeFeed(createDatabase(pool));
  metrics.storage.watchHorizonLag(horizonLag(feed));
  return pool;
};

/** A connection that hangs must not keep the process. */
const poolPatienceMs = 5_000;

const endPool = async (pool: Pool): Promise<void> => {
  await within(poolPatienceMs, pool.end());
};

const openPool = (
  { database }: ServerSettings,
  logger: Logger,
  metrics: Metrics,
  tracing: Tracing | null,
) => {
  const pool = createPool({
    url: database.url,
    prepare: database.prepare,
    max: database.poolSize,
    onConnectionLost: (error) => {
      metrics.pool.connectionLost();
      logger.warn({ err: error }, "lost an idle database connection");
    },
  });
  metrics.pool.watch(pool);
  tracing?.watch(pool);
  return pool;
};
