import { type Kysely, type RawBuilder, sql } from "kysely";
import { createIndexConcurrently, dropIndexConcurrently } from "./concurrent-index.ts";

export const transactional = false;

// Most orders are never refunded or returned, and so cost these indexes nothing.
const indexes: Readonly<Record<string, RawBuilder<unknown>>> = {
  orders_list_by_payment_status: sql`orders (tenant_id, payment_status, created_at, id)`,
  orders_list_by_fulfillment_status: sql`orders (tenant_id, fulfillment_status, created_at, id)`,
  orders_list_by_refund_status: sql`orders (tenant_id, refund_status, created_at, id) where refund_status <> 'none'`,
  orders_list_by_return_status: sql`orders (tenant_id, return_status, created_at, id) where return_status <> 'none'`,
};

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [name, definition] of Object.entries(indexes))
    await createIndexConcurrently(db, name, definition);
};

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const name of Object.keys(indexes)) await dropIndexConcurrently(db, name);
};
