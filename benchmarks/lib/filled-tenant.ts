import { createHash } from "node:crypto";
import type pg from "pg";
import { show } from "./progress.ts";

/** The id of the n-th order of a filled tenant: a UUID of version 8 made of its MD5. */
export const idOf = (n: number): string =>
  createHash("md5")
    .update(String(n))
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-8$3-8$4-");

/** The same in SQL, over an expression, which pgbench can compute too. */
export const sqlIdOf = (n: string): string =>
  `overlay(overlay(md5((${n})::text) placing '8' from 13) placing '8' from 17)::uuid`;

/** When the first order of a filled tenant is supposed to have come in, less a second; from there one a second. */
export const fillStart = Date.UTC(2026, 0, 1);

/** Orders in one statement. */
const chunk = 20_000;

/**
 * Gives a tenant so many copies of the first order of another, with all their rows, by SQL alone; constraints and
 * triggers hold. Each has its own id, number, time, key and hash, so that `ordo verify` finds nothing to say.
 */
export const fillTenant = async (
  owner: pg.Client,
  model: string,
  tenantId: string,
  count: number,
): Promise<void> => {
  const copied =
    "id, version, sku, title, price, currency, tax_rate, tracked, on_hand, reserved, metadata, created_at, updated_at";
  await owner.query(
    `insert into products (tenant_id, ${copied}) select $2, ${copied} from products where tenant_id = $1`,
    [model, tenantId],
  );
  // No chunk waits for the disk: the checkpoint at the end does for all.
  await owner.query("set synchronous_commit = off");
  for (let first = 1; first <= count; first += chunk) {
    const last = Math.min(first + chunk - 1, count);
    await owner.query(fillChunk, [model, tenantId, first, last, fillStart]);
    show(`filling: ${last.toLocaleString("en")} of ${count.toLocaleString("en")} orders`);
  }
  await owner.query("reset synchronous_commit");
  await owner.query(
    "vacuum analyze orders, order_lines, order_tags, order_events, idempotency_keys",
  );
  await owner.query("checkpoint");
};

// The model's text with what is the copy's own put in its place. Its times are all the same.
const ownText = (text: string): string =>
  `replace(replace(replace(${text}, model.id::text, made.id::text),
                   '"number":"' || model.number || '"', '"number":"' || made.n || '"'),
           (extract(epoch from model.created_at) * 1000)::bigint::text, made.ms::text)`;

const fillChunk = `
with model as (
  select orders.*, event.type as event_type, event.actor_type, event.actor_id, event.data as event_data,
         key.client_id, key.fingerprint, key.outcome
    from orders
    join order_events as event on event.tenant_id = orders.tenant_id and event.order_id = orders.id
    left join idempotency_keys as key
      on key.tenant_id = orders.tenant_id and key.outcome ->> 'orderId' = orders.id::text
   where orders.tenant_id = $1
   order by orders.created_at, event.version
   limit 1
),
made as (
  select n, ${sqlIdOf("n")} as id, $5::bigint + n * 1000 as ms,
         to_timestamp(($5::bigint + n * 1000) / 1000.0) as at
    from generate_series($3::bigint, $4::bigint) as n
),
copy as materialized (
  select made.*, ${ownText("model.state::text")} as state, ${ownText("model.event_data::text")} as event
    from made, model
),
ordered as (
  insert into orders (tenant_id, id, number, status, version, email, email_lower, channel, currency, total,
                      created_at, updated_at, placed_at, payment_status, refund_status, fulfillment_status,
                      return_status, authorized, captured, refunded, chain_head, state)
  select $2, copy.id, n::text, status, version, email, email_lower, channel, currency, total, at, at, at,
         payment_status, refund_status, fulfillment_status, return_status, authorized, captured, refunded,
         sha256(int4send(1) || convert_to(event, 'UTF8')), copy.state::json
    from copy, model
),
lined as (
  insert into order_lines (tenant_id, order_id, line_id, position, product_id, quantity, created_at)
  select $2, copy.id, line_id, position, product_id, quantity, at
    from copy, model
    join order_lines as line on line.tenant_id = $1 and line.order_id = model.id
),
tagged as (
  insert into order_tags (tenant_id, tag, created_at, order_id)
  select $2, tag, at, copy.id
    from copy, model
    join order_tags as tag on tag.tenant_id = $1 and tag.order_id = model.id
),
claimed as (
  insert into idempotency_keys (tenant_id, client_id, key, fingerprint, outcome)
  select $2, client_id, copy.id::text, fingerprint, replace(outcome::text, model.id::text, copy.id::text)::json
    from copy, model
   where client_id is not null
)
insert into order_events (tenant_id, order_id, version, type, data, hash, actor_type, actor_id, at)
select $2, copy.id, 1, event_type, event::json, sha256(int4send(1) || convert_to(event, 'UTF8')), actor_type,
       actor_id, at
  from copy, model
 order by n`;
