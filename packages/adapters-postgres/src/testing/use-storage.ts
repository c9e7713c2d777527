import type { StoragePorts } from "@ordo/application/testing";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import type { Kysely } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { createDatabase, type Database } from "../database.ts";
import { createPool, type PoolOptions } from "../pool.ts";
import { makePostgresCustomerRepository } from "../postgres-customer-repository.ts";
import { makePostgresOrderNumbers } from "../postgres-order-numbers.ts";
import { makePostgresOrderQueries } from "../postgres-order-queries.ts";
import { makePostgresOrderRepository } from "../postgres-order-repository.ts";
import { makePostgresProductRepository } from "../postgres-product-repository.ts";

/** A database with every storage port over it. */
export interface Storage extends StoragePorts {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly db: Kysely<Database>;
}

/** Gives a test file a migrated database and the ports over it. */
export const useStorage = (options: Partial<PoolOptions> = {}): (() => Storage) => {
  const url = useTestDatabase();
  let storage: Storage | undefined;
  beforeAll(() => {
    storage = openStorage({ max: 20, applicationName: "ordo-test", ...options, url: url() });
  });
  afterAll(() => storage?.pool.end());
  return () => {
    if (storage === undefined) throw new Error("the storage exists only inside hooks and tests");
    return storage;
  };
};

export const openStorage = (options: PoolOptions): Storage => {
  const pool = createPool(options);
  const db = createDatabase(pool);
  return {
    url: options.url,
    pool,
    db,
    orders: makePostgresOrderRepository(db),
    orderQueries: makePostgresOrderQueries(db),
    orderNumbers: makePostgresOrderNumbers(db),
    customers: makePostgresCustomerRepository(db),
    products: makePostgresProductRepository(db),
  };
};
