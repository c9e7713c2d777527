import type { TenantId } from "@ordo/application";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Database } from "../database.ts";
import type { OrderEventsTable } from "../tables/order-events-table.ts";
import type { OrderLinesTable } from "../tables/order-lines-table.ts";
import type { OrderTagsTable } from "../tables/order-tags-table.ts";
import type { OrdersTable } from "../tables/orders-table.ts";

/** Everything that is stored of an order, JSON as the text it is. */
export interface StoredOrder {
  readonly row: Omit<Selectable<OrdersTable>, "state"> & { readonly state: string };
  /** By version. */
  readonly events: readonly StoredEvent[];
  /** By position. */
  readonly lines: readonly Selectable<OrderLinesTable>[];
  /** Those that the state names. */
  readonly tags: readonly Selectable<OrderTagsTable>[];
}

export type StoredEvent = Omit<Selectable<OrderEventsTable>, "data"> & { readonly data: string };

/** So many orders after an id, in the order of their ids, each as it was at one moment. */
export const readStoredOrders = (
  db: Kysely<Database>,
  tenantId: TenantId,
  after: string | null,
  limit: number,
): Promise<readonly StoredOrder[]> =>
  // One snapshot for all of it, or a write in between would look like a difference. It takes no transaction
  // id, so it holds nothing up.
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const rows = await readRows(trx, tenantId, after, limit);
      const ids = rows.map(({ id }) => id);
      const events = byOrder(await readEvents(trx, tenantId, ids));
      const lines = byOrder(await readLines(trx, tenantId, ids));
      const tags = byOrder(await readTags(trx, tenantId, ids));
      return rows.map((row) => ({
        row,
        events: (events.get(row.id) ?? []).toSorted((a, b) => a.version - b.version),
        lines: (lines.get(row.id) ?? []).toSorted((a, b) => a.position - b.position),
        tags: tags.get(row.id) ?? [],
      }));
    });

const readRows = (
  trx: Transaction<Database>,
  tenantId: TenantId,
  after: string | null,
  limit: number,
) =>
  trx
    .selectFrom("orders")
    .selectAll()
    .select(sql<string>`state::text`.as("state"))
    .where("tenant_id", "=", tenantId)
    .where((eb) => eb.and(after === null ? [] : [eb("id", ">", after)]))
    .orderBy("id")
    .limit(limit)
    .execute();

const readEvents = (trx: Transaction<Database>, tenantId: TenantId, ids: readonly string[]) =>
  trx
    .selectFrom("order_events")
    .selectAll()
    .select(sql<string>`data::text`.as("data"))
    .where("tenant_id", "=", tenantId)
    .where("order_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();

const readLines = (trx: Transaction<Database>, tenantId: TenantId, ids: readonly string[]) =>
  trx
    .selectFrom("order_lines")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("order_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();

/** The rows of the tags that the state names; rows that it does not name are found by `surplusTags`. */
const readTags = async (trx: Transaction<Database>, tenantId: TenantId, ids: readonly string[]) => {
  const { rows } = await sql<Selectable<OrderTagsTable>>`
    select distinct order_tags.*
      from orders
     cross join json_array_elements_text(orders.state -> 'tags') as named (tag)
      join order_tags on order_tags.tenant_id = orders.tenant_id and order_tags.tag = named.tag collate "C"
                     and order_tags.created_at = orders.created_at and order_tags.order_id = orders.id
     where orders.tenant_id = ${tenantId} and orders.id = any(${ids}::uuid[])`.execute(trx);
  return rows;
};

const byOrder = <Row extends { readonly order_id: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, ({ order_id }) => order_id);
