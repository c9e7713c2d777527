import type { DueOrder, DueOrders, DuePage, TenantId } from "@ordo/application";
import { OrderId, Timestamp } from "@ordo/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { toTimestamptz } from "./codecs/timestamptz.ts";
import type { Database, OrdoDatabase } from "./database.ts";

export const makePostgresDueOrders = (database: OrdoDatabase): DueOrders => ({
  expirable: (tenantId, at, page) => dueOrders(database, tenantId, "expires_at", at, page),
  unsettled: (tenantId, at, page) => dueOrders(database, tenantId, "unsettled_since", at, page),
});

/** When an order falls due, for what. */
export type DueColumn = "expires_at" | "unsettled_since";

/** The time until which orders are due: by our clock and by the database's (guarantee 13). */
export const dueUntil = (at: Timestamp): RawBuilder<number> =>
  sql<number>`least(${toTimestamptz(at)}::timestamptz, now())`;

const dueOrders = async (
  database: OrdoDatabase,
  tenantId: TenantId,
  column: DueColumn,
  at: Timestamp,
  page: DuePage,
): Promise<readonly DueOrder[]> => {
  const rows = await dueQuery(database.forTenant(tenantId), tenantId, column, at, page).execute();
  return rows.map(({ id, due_at }) => ({ id: OrderId(id), dueAt: Timestamp(due_at) }));
};

/** Exported for its plan to be tested. */
export const dueQuery = (
  db: Kysely<Database>,
  tenantId: TenantId,
  column: DueColumn,
  at: Timestamp,
  { limit, after }: DuePage,
) =>
  db
    .selectFrom("orders")
    .select(["id", sql<number>`${sql.ref(column)}`.as("due_at")])
    .where("tenant_id", "=", tenantId)
    .where(column, "<=", dueUntil(at))
    .where((eb) =>
      eb.and(
        after === null
          ? []
          : [
              sql<boolean>`(${sql.ref(column)}, id) > (${toTimestamptz(after.dueAt)}::timestamptz, ${after.id}::uuid)`,
            ],
      ),
    )
    .orderBy(column)
    .orderBy("id")
    .limit(limit);
