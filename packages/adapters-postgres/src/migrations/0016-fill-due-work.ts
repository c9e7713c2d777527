import { CompiledQuery, type Kysely, sql } from "kysely";
import { rowSets } from "../batch/row-set.ts";
import { decodeOrder } from "../codecs/order-codec.ts";
import { dueColumns, dueRow } from "../order-write/due-columns.ts";
import { seeingEveryTenant } from "./seeing-every-tenant.ts";

export const transactional = false;

/** Orders per statement: each commits on its own, so that no writer waits long for a row. */
const batchSize = 1_000;

export const up = (db: Kysely<unknown>): Promise<void> =>
  seeingEveryTenant(db, ["orders"], async () => {
    let last: Key | undefined = firstKey;
    while (last !== undefined) last = await fillAfter(db, last);
  });

/** The columns go with 0015. */
export const down = async (): Promise<void> => undefined;

interface Key {
  readonly tenant_id: string;
  readonly id: string;
}

const zero = "00000000-0000-0000-0000-000000000000";
const firstKey: Key = { tenant_id: zero, id: zero };

interface StoredOrder extends Key {
  readonly version: number;
  readonly state: unknown;
}

/** Fills the orders that follow a key and answers with the last of them, undefined when there were none. */
const fillAfter = async (db: Kysely<unknown>, { tenant_id, id }: Key): Promise<Key | undefined> => {
  const { rows } = await sql<StoredOrder>`
    select tenant_id, id, version, state
      from orders
     where (tenant_id, id) > (${tenant_id}::uuid, ${id}::uuid)
     order by tenant_id, id
     limit ${sql.lit(batchSize)}`.execute(db);
  // The domain says what is due, here as in every write. Most orders are not, and need no writing.
  const filled = rows
    .map(({ state, ...row }) => ({ ...row, ...dueRow(decodeOrder(state)) }))
    .filter(({ expires_at, unsettled_since }) => expires_at !== null || unsettled_since !== null);
  if (filled.length > 0)
    await db.executeQuery(CompiledQuery.raw(fill, [...sets.encode({ filled })]));
  return rows.at(-1);
};

const sets = rowSets(
  { filled: { tenant_id: "uuid", id: "uuid", version: "integer", ...dueColumns } },
  1,
);

/** No row is locked from the reading on: whoever changes an order meanwhile fills its columns. */
const fill = `
update orders
   set expires_at = filled.expires_at, unsettled_since = filled.unsettled_since
  from ${sets.from("filled")}
 where orders.tenant_id = filled.tenant_id and orders.id = filled.id and orders.version = filled.version`;
