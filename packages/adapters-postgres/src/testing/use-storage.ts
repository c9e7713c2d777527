import type { TestStorage } from "@ordo/application/testing";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { type Kysely, sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { createDatabase, type Database, type OrdoDatabase } from "../database.ts";
import { createPool, type PoolOptions } from "../pool.ts";
import { makePostgresChangeFeed } from "../postgres-change-feed.ts";
import { makePostgresCustomerRepository } from "../postgres-customer-repository.ts";
import { makePostgresDueOrders } from "../postgres-due-orders.ts";
import { makePostgresDueTenants } from "../postgres-due-tenants.ts";
import { makePostgresIdempotencyRetention } from "../postgres-idempotency-retention.ts";
import { makePostgresOrderExport } from "../postgres-order-export.ts";
import { makePostgresOrderJournal } from "../postgres-order-journal.ts";
import { makePostgresOrderNumbers } from "../postgres-order-numbers.ts";
import { makePostgresOrderQueries } from "../postgres-order-queries.ts";
import { makePostgresOrderRepository } from "../postgres-order-repository.ts";
import { makePostgresProductRepository } from "../postgres-product-repository.ts";

/** A database with every storage port over it. */
export interface Storage extends TestStorage {
  readonly url: string;
  /** As the application. */
  readonly pool: pg.Pool;
  readonly database: OrdoDatabase;
  /** As the login, a superuser: sees every row. */
  readonly db: Kysely<Database>;
  readonly inspectors: pg.Pool;
  readonly close: () => Promise<void>;
}

export interface StorageOptions extends PoolOptions {
  /** Called with the application's pool before it connects. */
  readonly onPool?: (pool: pg.Pool) => void;
}

/** Gives a test file a migrated database and the ports over it. */
export const useStorage = (options: Partial<StorageOptions> = {}): (() => Storage) => {
  const url = useTestDatabase();
  let storage: Storage | undefined;
  beforeAll(() => {
    storage = openStorage({ max: 20, applicationName: "ordo-test", ...options, url: url() });
  });
  afterAll(() => storage?.close());
  return () => {
    if (storage === undefined) throw new Error("the storage exists only inside hooks and tests");
    return storage;
  };
};

export const openStorage = ({ onPool, ...options }: StorageOptions): Storage => {
  const pool = createPool(options);
  onPool?.(pool);
  const database = createDatabase(pool);
  const inspectors = createPool({
    ...options,
    actAs: "login",
    applicationName: "ordo-inspector",
    // Fills tables and takes locks, whatever else the machine does.
    timeouts: { query: 120_000, statement: 110_000, transaction: 120_000 },
  });
  const db = createDatabase(inspectors);
  return {
    url: options.url,
    pool,
    database,
    inspectors,
    db,
    close: async () => {
      await pool.end();
      await inspectors.end();
    },
    orders: makePostgresOrderRepository(database),
    orderJournal: makePostgresOrderJournal(database),
    orderExport: makePostgresOrderExport(database),
    changeFeed: makePostgresChangeFeed(database),
    orderQueries: makePostgresOrderQueries(database),
    orderNumbers: makePostgresOrderNumbers(database),
    dueOrders: makePostgresDueOrders(database),
    dueTenants: makePostgresDueTenants(database),
    idempotencyRetention: makePostgresIdempotencyRetention(database),
    ageKeys: async (milliseconds) => {
      await sql`
        update idempotency_keys
           set created_at = created_at - ${milliseconds} * interval '1 millisecond'`.execute(db);
    },
    customers: makePostgresCustomerRepository(database),
    products: makePostgresProductRepository(database),
  };
};
