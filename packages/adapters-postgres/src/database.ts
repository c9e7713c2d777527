import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { discardingPool } from "./discarding-pool.ts";
import type { CustomersTable } from "./tables/customers-table.ts";
import type { IdempotencyKeysTable } from "./tables/idempotency-keys-table.ts";
import type { InventoryAdjustmentsTable } from "./tables/inventory-adjustments-table.ts";
import type { OrderEventsTable } from "./tables/order-events-table.ts";
import type { OrderLinesTable } from "./tables/order-lines-table.ts";
import type { OrderNumberBlocksTable } from "./tables/order-number-blocks-table.ts";
import type { OrdersTable } from "./tables/orders-table.ts";
import type { ProductsTable } from "./tables/products-table.ts";

/** Every table by name. */
export interface Database {
  customers: CustomersTable;
  products: ProductsTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  order_events: OrderEventsTable;
  idempotency_keys: IdempotencyKeysTable;
  inventory_adjustments: InventoryAdjustmentsTable;
  order_number_blocks: OrderNumberBlocksTable;
}

/**
 * The query builder over a pool of {@link createPool}. The pool stays the caller's to end:
 * `pool.end()` closes everything, `destroy()` is not needed.
 */
export const createDatabase = (pool: pg.Pool): Kysely<Database> =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool: discardingPool(pool) }) });
