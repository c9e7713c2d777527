import type { TenantId } from "@ordo/application";
import { type Order, type OrderId, replay } from "@ordo/domain";
import { type Kysely, sql } from "kysely";
import { decodeOrderEvent } from "./codecs/order-event-codec.ts";
import type { Database } from "./database.ts";

/** The order as it was at a version, folded from its journal; undefined when it has no events. */
export const loadAsOf = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  orderId: OrderId,
  version: number,
): Promise<Order | undefined> => {
  const rows = await db
    .selectFrom("order_events")
    .select("data")
    .where("tenant_id", "=", tenantId)
    .where("order_id", "=", orderId)
    // Whoever asks may name a version that no column can hold.
    .where("version", "<=", sql<number>`${version}::bigint`)
    .orderBy("version")
    .execute();
  return replay(rows.map(({ data }) => decodeOrderEvent(data)));
};
