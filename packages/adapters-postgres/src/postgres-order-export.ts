import {
  newestFirst,
  type OrderExport,
  type OrderPosition,
  type PageRequest,
} from "@ordo/application";
import { decodeOrder } from "./codecs/order-codec.ts";
import type { OrdoDatabase } from "./database.ts";
import { pageQuery } from "./order-list/page-query.ts";

/** Orders read at once: at most this many are in memory, beside the one that the taker holds, and one can be large. */
const batchSize = 50;

/**
 * Page after page, each asked for when the one before has been taken. No cursor, so no transaction stays open
 * while the taker is slow. Newest first, so that orders made meanwhile never come up and it ends.
 */
export const makePostgresOrderExport = (database: OrdoDatabase): OrderExport => ({
  stream: async function* (tenantId, filter) {
    const db = database.forTenant(tenantId);
    let from: PageRequest<OrderPosition>["from"] = null;
    do {
      const query = { filter, sort: newestFirst };
      const rows = await pageQuery(db, tenantId, query, { limit: batchSize, from }).execute();
      const orders = rows.slice(0, batchSize).map(({ state }) => decodeOrder(state));
      yield* orders;
      const last = orders.at(-1);
      from =
        rows.length > batchSize && last
          ? { direction: "after", position: { key: last.createdAt, id: last.id } }
          : null;
    } while (from !== null);
  },
});
