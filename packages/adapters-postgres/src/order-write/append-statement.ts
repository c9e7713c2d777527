import { columnNames, type RowOf, rowSets } from "../batch/row-set.ts";
import { eventColumns, lineColumns, orderColumns, tagColumns } from "./order-columns.ts";

/** One write: what it claims, and what its key is to record. `n` is its place in the batch. */
export const itemColumns = {
  n: "integer",
  client_id: "text",
  /** Null without a claim. */
  key: "text",
  fingerprint: "text",
  outcome: "json",
  /** Does it carry on with what the key records as continuing? */
  continues: "boolean",
  /** What the key records if the number is taken; null when it then stays free. */
  outcome_if_taken: "json",
  /** The order that it makes, and that order's number; null when it makes none. */
  order_id: "uuid",
  number: "text",
} as const;

const numbered = { n: "integer" } as const;

const sets = rowSets(
  {
    item: itemColumns,
    new_order: { ...numbered, ...orderColumns },
    line: { ...numbered, ...lineColumns },
    tag: { ...numbered, ...tagColumns },
    event: { ...numbered, ...eventColumns },
  },
  2,
);

/**
 * Writes a batch of one tenant, $1. Everything of an item hangs on its key, if it has one, being new and its
 * number, if it brings one, being free; both are recorded in the key's only version. An order id or number
 * that a concurrent batch takes is a unique violation, and all is undone.
 *
 * Keys and numbers are taken in sorted order, all keys first, so that batches never wait in a circle.
 */
const textOf = (settled: string): string => `
with item as (
  select item.*, rival.id is not null as taken
    from ${sets.from("item")}
    left join orders as rival
      on rival.tenant_id = $1 and rival.number = any(${sets.array("item", "number")})
     and rival.number = item.number and rival.id <> item.order_id
),
claimed as (
  insert into idempotency_keys (tenant_id, client_id, key, fingerprint, outcome)
  select $1, client_id, key, fingerprint, case when taken then outcome_if_taken else outcome end
    from item
   where key is not null and not continues and (not taken or outcome_if_taken is not null)
   order by client_id, key
      on conflict do nothing
  returning client_id, key
),
${settled}
answered as materialized (
  select n, taken, settled.key is not null as recorded,
         not taken and (item.key is null or settled.key is not null) as effective
    from item
    left join settled on settled.client_id = item.client_id and settled.key = item.key
),
orders_made as (
  insert into orders (tenant_id, ${columnNames(orderColumns)})
  select $1, ${columnNames(orderColumns, "new_order.")}
    from ${sets.from("new_order")}
    join answered on answered.n = new_order.n and effective
   order by new_order.number
),
lines_made as (
  insert into order_lines (tenant_id, ${columnNames(lineColumns)})
  select $1, ${columnNames(lineColumns, "line.")}
    from ${sets.from("line")}
    join answered on answered.n = line.n and effective
),
tags_made as (
  insert into order_tags (tenant_id, ${columnNames(tagColumns)})
  select $1, ${columnNames(tagColumns, "tag.")}
    from ${sets.from("tag")}
    join answered on answered.n = tag.n and effective
),
events_appended as (
  insert into order_events (tenant_id, ${columnNames(eventColumns)})
  select $1, ${columnNames(eventColumns, "event.")}
    from ${sets.from("event")}
    join answered on answered.n = event.n and effective
   order by event.n, event.version
)
select n, taken, recorded from answered where not effective`;

const settledByClaim = `
settled as (
  select * from claimed
),`;

const settledByEither = `
continued as (
  update idempotency_keys as known set outcome = item.outcome
    from item
   where continues and known.tenant_id = $1
     and known.client_id = item.client_id and known.key = item.key
     and known.fingerprint = item.fingerprint and known.outcome ->> 'kind' = 'continuing'
  returning known.client_id, known.key
),
settled as (
  select * from claimed union all select * from continued
),`;

// Most batches carry nothing on. They are not to look for keys: a plan made while the table was empty may read them all.
const plain = { name: "ordo_append", text: textOf(settledByClaim) };
const continuing = { name: "ordo_append_continuing", text: textOf(settledByEither) };

export const appendStatement = {
  of: (items: readonly ItemRow[]) =>
    items.some(({ continues }) => continues) ? continuing : plain,
  encode: sets.encode,
};

export type ItemRow = RowOf<typeof itemColumns>;
export type NewOrderRow = RowOf<typeof numbered & typeof orderColumns>;
export type LineRow = RowOf<typeof numbered & typeof lineColumns>;
export type TagRow = RowOf<typeof numbered & typeof tagColumns>;
export type EventRow = RowOf<typeof numbered & typeof eventColumns>;

/** An item that had no effect, and why. */
export interface Ineffective {
  readonly n: number;
  /** Its number is another order's. */
  readonly taken: boolean;
  /** Its key is now its own and says so; else the key was there before, or was not to be claimed. */
  readonly recorded: boolean;
}
