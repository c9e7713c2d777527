import { CompiledQuery, type Kysely, sql } from "kysely";
import { rowSets } from "../batch/row-set.ts";
import { decodeOrder } from "../codecs/order-codec.ts";
import { statusRow } from "../order-write/status-columns.ts";
import { seeingEveryTenant } from "./seeing-every-tenant.ts";

export const transactional = false;

/** Orders per statement: each commits on its own, so that no writer waits long for a row. */
const batchSize = 1_000;

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await seeingEveryTenant(db, ["orders"], async () => {
    let last: Key | undefined = firstKey;
    while (last !== undefined) last = await fillAfter(db, last);
  });
  for (const constraint of constraints)
    await sql`-- squawk-ignore prefer-robust-stmts
      alter table orders validate constraint ${sql.id(constraint)}`.execute(db);
};

/** The columns go with 0012. */
export const down = async (): Promise<void> => undefined;

const constraints = [
  "orders_payment_status_is_known",
  "orders_refund_status_is_known",
  "orders_fulfillment_status_is_known",
  "orders_return_status_is_known",
  "orders_authorized_is_an_amount",
  "orders_captured_is_an_amount",
  "orders_refunded_within_captured",
];

interface Key {
  readonly tenant_id: string;
  readonly id: string;
}

const zero = "00000000-0000-0000-0000-000000000000";
const firstKey: Key = { tenant_id: zero, id: zero };

interface Unfilled extends Key {
  readonly version: number;
  readonly state: unknown;
}

/** Fills the orders that follow a key and answers with the last of them, undefined when there were none. */
const fillAfter = async (db: Kysely<unknown>, { tenant_id, id }: Key): Promise<Key | undefined> => {
  const { rows } = await sql<Unfilled>`
    select tenant_id, id, version, state
      from orders
     where (tenant_id, id) > (${tenant_id}::uuid, ${id}::uuid) and payment_status is null
     order by tenant_id, id
     limit ${sql.lit(batchSize)}`.execute(db);
  // The domain derives the statuses, here as in every write: SQL would say its rules a second time.
  const filled = rows.map(({ state, ...row }) => ({ ...row, ...statusRow(decodeOrder(state)) }));
  if (filled.length > 0)
    await db.executeQuery(CompiledQuery.raw(fill, [...sets.encode({ filled })]));
  return rows.at(-1);
};

const columns = {
  payment_status: "text",
  refund_status: "text",
  fulfillment_status: "text",
  return_status: "text",
  authorized: "bigint",
  captured: "bigint",
  refunded: "bigint",
  confirmed_at: "timestamptz",
  completed_at: "timestamptz",
  canceled_at: "timestamptz",
  archived_at: "timestamptz",
} as const;

const sets = rowSets(
  { filled: { tenant_id: "uuid", id: "uuid", version: "integer", ...columns } },
  1,
);

/** No row is locked from the reading on: whoever changes an order meanwhile fills its columns. */
const fill = `
update orders
   set ${Object.keys(columns)
     .map((column) => `${column} = filled.${column}`)
     .join(", ")}
  from ${sets.from("filled")}
 where orders.tenant_id = filled.tenant_id and orders.id = filled.id and orders.version = filled.version`;
