import { type Kysely, type RawBuilder, sql } from "kysely";
import { createIndexConcurrently, dropIndexConcurrently } from "./concurrent-index.ts";

export const transactional = false;

/** One per filter or sort, none per combination: each costs every order that is written. */
const added: Readonly<Record<string, RawBuilder<unknown>>> = {
  orders_list_by_email_lower: sql`orders (tenant_id, email_lower, created_at, id) where email_lower is not null`,
  orders_list_by_placed_at: sql`orders (tenant_id, placed_at, id) where placed_at is not null`,
  orders_list_by_total: sql`orders (tenant_id, total, id)`,
  order_lines_list_by_product: sql`order_lines (tenant_id, product_id, created_at, order_id) where product_id is not null`,
};

/** What the above stand in for. */
const replaced: Readonly<Record<string, RawBuilder<unknown>>> = {
  orders_list_by_email: sql`orders (tenant_id, lower(email), created_at, id)`,
  order_lines_by_product: sql`order_lines (tenant_id, product_id, order_id) where product_id is not null`,
};

export const up = (db: Kysely<unknown>): Promise<void> => exchange(db, added, replaced);

export const down = (db: Kysely<unknown>): Promise<void> => exchange(db, replaced, added);

type Indexes = Readonly<Record<string, RawBuilder<unknown>>>;

const exchange = async (db: Kysely<unknown>, created: Indexes, dropped: Indexes): Promise<void> => {
  for (const [name, definition] of Object.entries(created))
    await createIndexConcurrently(db, name, definition);
  for (const name of Object.keys(dropped)) await dropIndexConcurrently(db, name);
};
