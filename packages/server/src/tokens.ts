import type { Database } from "@ordo/adapters-postgres";
import type {
  Clock,
  CustomerRepository,
  IdGenerator,
  OrderNumbers,
  OrderQueries,
  OrderRepository,
  ProductRepository,
  UseCases,
} from "@ordo/application";
import type { FastifyInstance } from "fastify";
import type { Kysely } from "kysely";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { ServerSettings } from "./server-settings.ts";
import { token } from "./token.ts";

/** Everything the container holds. */
export const tokens = {
  settings: token<ServerSettings>("settings"),
  logger: token<Logger>("logger"),
  clock: token<Clock>("clock"),
  ids: token<IdGenerator>("ids"),
  pool: token<Pool>("pool"),
  database: token<Kysely<Database>>("database"),
  orders: token<OrderRepository>("orders"),
  orderQueries: token<OrderQueries>("orderQueries"),
  orderNumbers: token<OrderNumbers>("orderNumbers"),
  customers: token<CustomerRepository>("customers"),
  products: token<ProductRepository>("products"),
  useCases: token<UseCases>("useCases"),
  app: token<FastifyInstance>("app"),
};
