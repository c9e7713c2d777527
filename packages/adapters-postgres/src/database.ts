import type { Deadline, TenantId } from "@ordo/application";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { patienceUntil } from "./batch/patience.ts";
import { tenantPool } from "./connection/tenant-pool.ts";
import type { CustomersTable } from "./tables/customers-table.ts";
import type { IdempotencyKeysTable } from "./tables/idempotency-keys-table.ts";
import type { InventoryAdjustmentsTable } from "./tables/inventory-adjustments-table.ts";
import type { OrderEventsTable } from "./tables/order-events-table.ts";
import type { OrderLinesTable } from "./tables/order-lines-table.ts";
import type { OrderNumberBlocksTable } from "./tables/order-number-blocks-table.ts";
import type { OrderTagsTable } from "./tables/order-tags-table.ts";
import type { OrdersTable } from "./tables/orders-table.ts";
import type { ProductsTable } from "./tables/products-table.ts";

/** Every table by name. */
export interface Database {
  customers: CustomersTable;
  products: ProductsTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  order_tags: OrderTagsTable;
  order_events: OrderEventsTable;
  idempotency_keys: IdempotencyKeysTable;
  inventory_adjustments: InventoryAdjustmentsTable;
  order_number_blocks: OrderNumberBlocksTable;
}

/** Tenants whose query builder is kept at hand. */
const maxTenants = 1_000;

/**
 * The query builder over a pool. Row-level security shows it no row of any tenant: every query on a
 * tenant's rows goes through {@link OrdoDatabase.forTenant}.
 */
export class OrdoDatabase extends Kysely<Database> {
  readonly pool: pg.Pool;
  readonly #tenants = new Map<TenantId, Kysely<Database>>();

  constructor(pool: pg.Pool) {
    super({ dialect: new PostgresDialect({ pool: tenantPool(pool, null) }) });
    this.pool = pool;
  }

  /** As {@link forTenant}, for one request: after the deadline there is no connection for it. */
  forRequest(tenantId: TenantId, deadline: Deadline | undefined): Kysely<Database> {
    if (deadline === undefined || deadline === null) return this.forTenant(tenantId);
    const until = patienceUntil(deadline, Infinity);
    const dialect = new PostgresDialect({ pool: tenantPool(this.pool, tenantId, until) });
    return new Kysely<Database>({ dialect });
  }

  /** The database as this tenant sees it: in each query and transaction, its own rows and no others. */
  forTenant(tenantId: TenantId): Kysely<Database> {
    const known = this.#tenants.get(tenantId);
    if (known) return known;
    const dialect = new PostgresDialect({ pool: tenantPool(this.pool, tenantId) });
    const database = new Kysely<Database>({ dialect });
    this.#tenants.set(tenantId, database);
    const [oldest] = this.#tenants.keys();
    if (this.#tenants.size > maxTenants && oldest !== undefined) this.#tenants.delete(oldest);
    return database;
  }
}

/** Over a pool of {@link createPool}, which stays the caller's to end; `destroy()` is not needed. */
export const createDatabase = (pool: pg.Pool): OrdoDatabase => new OrdoDatabase(pool);
