import type { TenantId } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";

/**
 * Puts so many orders on the books by SQL alone, one a second, spread over 200 customers with an email
 * each, three channels and, one in ten, canceled. Their `state` is empty: for plans, not for reading.
 */
export const fillOrders = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  count: number,
): Promise<void> => {
  await sql`
    insert into customers (tenant_id, id, version, email, metadata, created_at, updated_at)
    select ${tenantId}::uuid, md5(n::text)::uuid, 1, n || '@example.com', '{}', now(), now()
      from generate_series(0, 199) as n`.execute(db);
  await sql`
    insert into orders (tenant_id, id, number, status, version, customer_id, email, channel, currency,
                        total, created_at, updated_at, placed_at, state)
    select ${tenantId}::uuid, gen_random_uuid(), n::text, case when n % 10 = 0 then 'canceled' else 'pending' end, 1,
           md5((n % 200)::text)::uuid, n % 200 || '@example.com', (array['web', 'pos', 'app'])[1 + n % 3],
           'EUR', 0, at, at, at, '{}'
      from generate_series(1, ${sql.lit(count)}) as n,
           lateral (select to_timestamp(1767225600 + n) as at)`.execute(db);
  await sql`analyze orders`.execute(db);
};
