import { type Shop, anOrder, fingerprint } from "./a-shop.ts";

/**
 * What pgbench does against us: the same rows in the same tables, one order per transaction, in one
 * statement. Its JSON and its hash are constants; it decides, checks and encodes nothing.
 */
export const placeScript = (shop: Shop): string => {
  const { orderId, decide } = anOrder(shop);
  const [event] = decide(undefined)._unsafeUnwrap();
  if (event?.type !== "order.placed") throw new Error("an order is placed by one event");
  const order = {
    ...event.terms,
    ...event.contents,
    status: "pending",
    version: 1,
    createdAt: event.at,
    updatedAt: event.at,
    placedAt: event.at,
  };
  const tenant = literal(shop.tenantId);
  const lines = shop.products
    .map((product, position) => `(${String(position)}, ${literal(product.id)}::uuid)`)
    .join(", ");
  const outcome = { kind: "order", orderId, version: 1 };
  return oneLine(`
with made as materialized (
  select uuidv7() as id, nextval('bench_numbers')::text as number, gen_random_uuid()::text as key
),
claimed as (
  insert into idempotency_keys (tenant_id, client_id, key, fingerprint, outcome)
  select ${tenant}, 'bench', key, ${literal(fingerprint)}, ${json(outcome)}::json from made
      on conflict do nothing
  returning key
),
ordered as (
  insert into orders (tenant_id, id, number, status, version, customer_id, email, email_lower, channel, currency, total,
                      created_at, updated_at, placed_at, payment_status, refund_status, fulfillment_status, return_status,
                      authorized, captured, refunded, confirmed_at, completed_at, canceled_at, archived_at, chain_head, state)
  select ${tenant}, id, number, 'pending', 1, null, 'guest@example.com', 'guest@example.com', 'web', 'EUR', ${String(event.contents.totals.total)},
         now(), now(), now(), 'unpaid', 'none', 'unfulfilled', 'none', 0, 0, 0, null, null, null, null, decode(${literal(fingerprint)}, 'hex'), ${json(order)}::json
    from made join claimed using (key)
  returning id
),
lined as (
  insert into order_lines (tenant_id, order_id, line_id, position, product_id, quantity, created_at)
  select ${tenant}, ordered.id, uuidv7(), line.position, line.product_id, 2, now()
    from ordered, (values ${lines}) as line (position, product_id)
),
tagged as (
  insert into order_tags (tenant_id, tag, created_at, order_id)
  select ${tenant}, tag, now(), ordered.id
    from ordered, unnest(array[${event.terms.tags.map(literal).join(", ")}]::text[]) as tag
)
insert into order_events (tenant_id, order_id, version, type, data, hash, actor_type, actor_id, at)
select ${tenant}, id, 1, 'order.placed', ${json(event)}::json, decode(${literal(fingerprint)}, 'hex'),
       'user', 'clerk', now()
  from ordered`);
};

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** pgbench would read `":null` as a variable. */
const json = (value: unknown): string => literal(JSON.stringify(value).replaceAll('":', '": '));

// A statement of pgbench ends with the line that has the semicolon.
const oneLine = (sql: string): string => `${sql.trim().replaceAll(/\s*\n\s*/g, " ")};\n`;
