import { createHash } from "node:crypto";
import type pg from "pg";

/** The id of the n-th order of a filled tenant: md5, which pgbench can compute too. */
export const idOf = (n: number): string =>
  createHash("md5")
    .update(String(n))
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/**
 * Gives a tenant so many copies of an order of another, one a second.
 *
 * @returns when the first is supposed to have come in, less a second
 */
export const filledTenant = async (
  owner: pg.Client,
  model: string,
  tenantId: string,
  count: number,
): Promise<number> => {
  const start = Date.UTC(2026, 0, 1);
  await owner.query(
    `insert into orders (tenant_id, id, number, status, version, email, email_lower, channel, currency, total,
                         created_at, updated_at, placed_at, payment_status, refund_status, fulfillment_status,
                         return_status, authorized, captured, refunded, chain_head, state)
     select $2, md5(n::text)::uuid, n::text, status, version, email, email_lower, channel, currency, total, at, at, at, payment_status, refund_status,
            fulfillment_status, return_status, authorized, captured, refunded, chain_head, state
       from generate_series(1, $3::integer) as n,
            lateral (select to_timestamp($4::float8 + n) as at) as times,
            (select * from orders where tenant_id = $1 limit 1) as model`,
    [model, tenantId, count, start / 1_000],
  );
  await owner.query("vacuum analyze orders");
  return start;
};
