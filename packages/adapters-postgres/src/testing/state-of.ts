import type { TenantId } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";

/** Everything that a tenant's writes leave behind, but the tenant itself and what the database makes up. */
export const stateOf = async (db: Kysely<Database>, tenantId: TenantId) => {
  const rows = async (query: string): Promise<readonly unknown[]> =>
    (await sql`${sql.raw(query)} where tenant_id = ${tenantId} order by 1, 2`.execute(db)).rows;
  return {
    orders: await rows("select id, version, number, status, chain_head, state::text from orders"),
    lines: await rows("select order_id, line_id, product_id, quantity from order_lines"),
    events: await rows("select order_id, version, type, data::text, hash from order_events"),
    keys: await rows("select client_id, key, fingerprint, outcome::text from idempotency_keys"),
    stock: await rows("select id, on_hand, reserved from products"),
  };
};
