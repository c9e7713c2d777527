import type { ChangeFeed, FeedEntry, FeedLag, FeedPosition, TenantId } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import { type Kysely, sql } from "kysely";
import { decodeOrderEvent } from "./codecs/order-event-codec.ts";
import type { Database, OrdoDatabase } from "./database.ts";

/**
 * Reads the journal by (transaction, position), and only what lies before the oldest transaction that still
 * writes: positions are given out before they commit, so a reader that went by position alone, or past a
 * running transaction, would never come back for what that one commits.
 */
export const makePostgresChangeFeed = (database: OrdoDatabase): ChangeFeed => ({
  read: async (tenantId, after, limit) => {
    const rows = await feedQuery(database.forTenant(tenantId), tenantId, after, limit).execute();
    return rows.map(({ order_id, version, data, xid, position }): FeedEntry => ({
      orderId: OrderId(order_id),
      version,
      event: decodeOrderEvent(data),
      position: `${xid}.${String(position)}`,
    }));
  },

  lag: () => readLag(database),
});

/** Exported for its plan to be tested. */
export const feedQuery = (
  db: Kysely<Database>,
  tenantId: TenantId,
  after: FeedPosition | null,
  limit: number,
) => {
  const [xid = "0", position = "0"] = (after ?? "0.0").split(".");
  return db
    .selectFrom("order_events")
    .select(["order_id", "version", "data", "xid", "position"])
    .where("tenant_id", "=", tenantId)
    .where(sql<boolean>`(xid, position) > (${xid}::xid8, ${position}::bigint)`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy("xid")
    .orderBy("position")
    .limit(limit);
};

// The age is told to a role that may read pg_stat_activity (pg_read_all_stats, or the login's own sessions).
const readLag = async (db: Kysely<Database>): Promise<FeedLag> => {
  const { rows } = await sql<FeedLag>`
    with lag as (
      select pg_snapshot_xmax(here)::text::bigint - pg_snapshot_xmin(here)::text::bigint as transactions
        from pg_current_snapshot() as here
    ), oldest as (
      select (extract(epoch from clock_timestamp() - min(xact_start)) * 1000)::bigint as milliseconds
        from pg_stat_activity
       where backend_xid is not null
    )
    select transactions, case transactions when 0 then 0 else milliseconds end as milliseconds
      from lag, oldest`.execute(db);
  const [lag] = rows;
  if (lag === undefined) throw new Error("a snapshot is always there");
  return lag;
};
