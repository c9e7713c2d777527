import {
  createDatabase,
  createPool,
  makePostgresCustomerRepository,
  makePostgresOrderNumbers,
  makePostgresOrderQueries,
  makePostgresOrderRepository,
  makePostgresProductRepository,
} from "@ordo/adapters-postgres";
import { ContainerModule } from "inversify";
import type { Logger } from "pino";
import type { ServerSettings } from "../server-settings.ts";
import { tokens } from "../tokens.ts";

/** The storage ports, over one pool that lives as long as the container. */
export const postgresModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.pool)
      .toResolvedValue(openPool, [tokens.settings, tokens.logger])
      .onDeactivation((pool) => pool.end());
    bind(tokens.database).toResolvedValue(createDatabase, [tokens.pool]);
    bind(tokens.orders).toResolvedValue(makePostgresOrderRepository, [tokens.database]);
    bind(tokens.orderQueries).toResolvedValue(makePostgresOrderQueries, [tokens.database]);
    bind(tokens.orderNumbers).toResolvedValue(makePostgresOrderNumbers, [tokens.database]);
    bind(tokens.customers).toResolvedValue(makePostgresCustomerRepository, [tokens.database]);
    bind(tokens.products).toResolvedValue(makePostgresProductRepository, [tokens.database]);
  });

const openPool = ({ database }: ServerSettings, logger: Logger) =>
  createPool({
    url: database.url,
    max: database.poolSize,
    onConnectionLost: (error) => logger.warn({ err: error }, "lost an idle database connection"),
  });
