import { type Kysely, sql } from "kysely";
import { createIndexConcurrently, dropIndexConcurrently } from "./concurrent-index.ts";

export const transactional = false;

export const up = (db: Kysely<unknown>): Promise<void> =>
  createIndexConcurrently(db, "order_events_feed", sql`order_events (tenant_id, xid, position)`);

export const down = (db: Kysely<unknown>): Promise<void> =>
  dropIndexConcurrently(db, "order_events_feed");
