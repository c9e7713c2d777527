import type { TenantId } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import { createDatabase, type Database } from "../database.ts";
import { createPool } from "../pool.ts";

const chunk = 50_000;

/**
 * Puts so many orders on the books by SQL alone, one a second from 2026 on: 200 customers with an email
 * each, three channels, one order in 1,000 canceled, one unpaid with an open payment and one on its way while
 * the others are paid and delivered, one in 500 refunded and one returned, one in 100 with a deadline that has
 * passed, totals spread over 0–99,999, each order with a line of one of 100 products and every tenth with two,
 * every third tagged "gift" and every 5,000th "recall".
 * Their `state` is empty: for plans, not for reading.
 *
 * @param url of a superuser, who may leave foreign keys unchecked
 */
export const fillOrders = (url: string, tenantId: TenantId, count: number): Promise<void> =>
  unchecked(url, async (session) => {
    await fillCatalog(session, tenantId);
    for (let first = 1; first <= count; first += chunk)
      await fillChunk(session, tenantId, first, Math.min(first + chunk - 1, count));
    await sql`analyze orders, order_lines, order_tags`.execute(session);
  });

/** So many other tenants with one order each, its deadline far ahead (`waiting`) or behind (`due`). */
export const fillOtherTenants = (
  url: string,
  { waiting, due }: { readonly waiting: number; readonly due: number },
): Promise<void> =>
  unchecked(url, async (session) => {
    await sql`
      insert into orders (tenant_id, id, number, status, version, channel, currency, total, created_at, updated_at,
                          placed_at, payment_status, refund_status, fulfillment_status, return_status, authorized,
                          captured, refunded, expires_at, chain_head, state)
      select gen_random_uuid(), gen_random_uuid(), n::text, 'pending', 1, 'web', 'EUR', 1, now(), now(), now(),
             'unpaid', 'none', 'unfulfilled', 'none', 0, 0, 0,
             case when n <= ${sql.lit(due)} then timestamptz '2026-01-01' else timestamptz '2999-01-01' end, '', '{}'
        from generate_series(1, ${sql.lit(due + waiting)}) as n`.execute(session);
    await sql`analyze orders`.execute(session);
  });

const unchecked = async (
  url: string,
  work: (session: Kysely<Database>) => Promise<void>,
): Promise<void> => {
  const timeouts = { query: 601_000, statement: 600_000, transaction: 0 };
  const pool = createPool({ url, max: 1, actAs: "login", timeouts });
  try {
    await createDatabase(pool)
      .connection()
      .execute(async (session) => {
        await sql`set session_replication_role = replica`.execute(session);
        await work(session);
      });
  } finally {
    await pool.end();
  }
};

const fillCatalog = async (session: Kysely<Database>, tenantId: TenantId): Promise<void> => {
  await sql`
    insert into customers (tenant_id, id, version, email, metadata, created_at, updated_at)
    select ${tenantId}::uuid, md5(n::text)::uuid, 1, n || '@example.com', '{}', now(), now()
      from generate_series(0, 199) as n`.execute(session);
  await sql`
    insert into products (tenant_id, id, version, sku, title, price, currency, tax_rate, tracked, on_hand,
                          reserved, metadata, created_at, updated_at)
    select ${tenantId}::uuid, md5(n::text)::uuid, 1, n::text, 'Tea', 1, 'EUR', 0, false, 0, 0, '{}', now(), now()
      from generate_series(0, 99) as n`.execute(session);
};

const fillChunk = async (
  session: Kysely<Database>,
  tenantId: TenantId,
  first: number,
  last: number,
): Promise<void> => {
  await sql`
    with placed as (
      insert into orders (tenant_id, id, number, status, version, customer_id, email, email_lower, channel,
                          currency, total, created_at, updated_at, placed_at, payment_status, refund_status,
                          fulfillment_status, return_status, authorized, captured, refunded, expires_at,
                          unsettled_since, chain_head, state)
      select ${tenantId}::uuid, gen_random_uuid(), n::text,
             case when n % 1000 = 0 then 'canceled' else 'pending' end, 1,
             md5((n % 200)::text)::uuid, n % 200 || '@example.com', n % 200 || '@example.com',
             (array['web', 'pos', 'app'])[1 + n % 3], 'EUR', (n::bigint * 7919) % 100000, at, at, at,
             case when n % 1000 = 1 then 'unpaid' else 'paid' end,
             case when n % 500 = 2 then 'partial' else 'none' end,
             case when n % 1000 = 3 then 'shipped' else 'delivered' end,
             case when n % 500 = 4 then 'returned' else 'none' end, 0, 1, 0,
             case when n % 100 = 5 then at end, case when n % 1000 = 1 then at end, '', '{}'
        from generate_series(${sql.lit(first)}, ${sql.lit(last)}) as n,
             lateral (select to_timestamp(1767225600 + n) as at)
      returning id, number::integer as n, created_at
    ), lines as (
      insert into order_lines (tenant_id, order_id, line_id, position, product_id, quantity, created_at)
      select ${tenantId}::uuid, id, gen_random_uuid(), line, md5((n % 100)::text)::uuid, 1, created_at
        from placed, generate_series(0, (n % 10 = 0)::integer) as line
    )
    insert into order_tags (tenant_id, tag, created_at, order_id)
    select ${tenantId}::uuid, tag, created_at, id
      from placed, unnest(array['gift', 'recall'], array[3, 5000]) as tagged (tag, every)
     where n % every = 0`.execute(session);
};
