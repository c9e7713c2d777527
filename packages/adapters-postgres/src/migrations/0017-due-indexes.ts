import { type Kysely, type RawBuilder, sql } from "kysely";
import { createIndexConcurrently, dropIndexConcurrently } from "./concurrent-index.ts";

export const transactional = false;

// Few orders have a deadline or an open payment at any time, and only those are in these two.
const indexes: Readonly<Record<string, RawBuilder<unknown>>> = {
  orders_expirable: sql`orders (tenant_id, expires_at, id) where expires_at is not null`,
  orders_unsettled: sql`orders (tenant_id, unsettled_since, id) where unsettled_since is not null`,
  idempotency_keys_by_age: sql`idempotency_keys (created_at)`,
};

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [name, definition] of Object.entries(indexes))
    await createIndexConcurrently(db, name, definition);
};

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const name of Object.keys(indexes)) await dropIndexConcurrently(db, name);
};
