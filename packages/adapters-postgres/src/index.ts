export { SweeperRefused } from "./connection/as-sweeper.ts";
export type { Database, OrdoDatabase } from "./database.ts";
export { createDatabase } from "./database.ts";
export { undurableSettings } from "./durability.ts";
export { isDatabaseUnavailable, isTurnedAway } from "./is-database-unavailable.ts";
export type { AppliedMigration, MigrationState, OnProgress } from "./migrate.ts";
export { migrateDown, migrateToLatest, migrationStatus } from "./migrate.ts";
export type { PoolOptions, PoolTimeouts } from "./pool.ts";
export { createPool, defaultTimeouts } from "./pool.ts";
export { makePostgresChangeFeed } from "./postgres-change-feed.ts";
export { makePostgresCustomerRepository } from "./postgres-customer-repository.ts";
export { makePostgresDueOrders } from "./postgres-due-orders.ts";
export { makePostgresDueTenants } from "./postgres-due-tenants.ts";
export { makePostgresIdempotencyRetention } from "./postgres-idempotency-retention.ts";
export { makePostgresOrderExport } from "./postgres-order-export.ts";
export { makePostgresOrderJournal } from "./postgres-order-journal.ts";
export { makePostgresOrderNumbers } from "./postgres-order-numbers.ts";
export { makePostgresOrderQueries } from "./postgres-order-queries.ts";
export { makePostgresOrderRepository } from "./postgres-order-repository.ts";
export { makePostgresProductRepository } from "./postgres-product-repository.ts";
export type { FaultyOrder, OrderCheck, OrderFault } from "./verify/order-fault.ts";
export { tenantsWithOrders, type TenantsHidden } from "./verify/tenants-with-orders.ts";
export { countOrders, verifyOrders, type VerifiedBatch } from "./verify/verify-orders.ts";
export {
  type Admission,
  openReadReplica,
  type ReadReplica,
  type ReadReplicaOptions,
} from "./replication/read-replica.ts";
export type { ReplicaFault, ReplicaObserver } from "./replication/replica-fault.ts";
