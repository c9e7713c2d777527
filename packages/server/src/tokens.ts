import type { OrdoDatabase } from "@ordo/adapters-postgres";
import type {
  ChangeFeed,
  Clock,
  CustomerRepository,
  DueOrders,
  DueTenants,
  IdempotencyRetention,
  Maintenance,
  IdGenerator,
  OrderExport,
  OrderJournal,
  OrderNumbers,
  OrderQueries,
  OrderRepository,
  PaymentGateway,
  ProductRepository,
  UseCases,
} from "@ordo/application";
import type { FastifyInstance } from "fastify";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Departure } from "./lifecycle/departure.ts";
import type { Scheduler } from "./maintenance/scheduler.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { OpenReplica } from "./modules/replica-module.ts";
import type { OpenRateLimiter } from "./modules/rate-limit-module.ts";
import type { Tracing } from "./tracing/tracing.ts";
import type { ServerSettings } from "./server-settings.ts";
import { token } from "./token.ts";

/** Everything the container holds. */
export const tokens = {
  settings: token<ServerSettings>("settings"),
  logger: token<Logger>("logger"),
  metrics: token<Metrics>("metrics"),
  tracing: token<Tracing | null>("tracing"),
  departure: token<Departure>("departure"),
  clock: token<Clock>("clock"),
  ids: token<IdGenerator>("ids"),
  pool: token<Pool>("pool"),
  /** For probes alone: in the other one they would wait behind the work. */
  probePool: token<Pool>("probePool"),
  database: token<OrdoDatabase>("database"),
  /** Null when there is none to read from. */
  replica: token<OpenReplica | null>("replica"),
  orders: token<OrderRepository>("orders"),
  orderJournal: token<OrderJournal>("orderJournal"),
  orderQueries: token<OrderQueries>("orderQueries"),
  orderExport: token<OrderExport>("orderExport"),
  changeFeed: token<ChangeFeed>("changeFeed"),
  orderNumbers: token<OrderNumbers>("orderNumbers"),
  dueOrders: token<DueOrders>("dueOrders"),
  dueTenants: token<DueTenants>("dueTenants"),
  idempotencyRetention: token<IdempotencyRetention>("idempotencyRetention"),
  payments: token<PaymentGateway>("payments"),
  customers: token<CustomerRepository>("customers"),
  products: token<ProductRepository>("products"),
  rateLimiter: token<OpenRateLimiter>("rateLimiter"),
  useCases: token<UseCases>("useCases"),
  maintenance: token<Maintenance>("maintenance"),
  scheduler: token<Scheduler>("scheduler"),
  app: token<FastifyInstance>("app"),
};
