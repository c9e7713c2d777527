import {
  newestFirst,
  type OrderExport,
  type OrderPosition,
  type PageRequest,
} from "@ordo/application";
import { decodeOrder } from "./codecs/order-codec.ts";
import type { OrdoDatabase } from "./database.ts";
import { readingQuery } from "./order-list/reading-query.ts";
import { fitting, withinBytes } from "./order-list/within-bytes.ts";

/** Orders read at once, or fewer that are large: these are in memory, beside the one that the taker holds. */
const batchSize = 200;

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
      const request: PageRequest<OrderPosition> = { limit: batchSize, from };
      const rows = await withinBytes(db, readingQuery(db, tenantId, query, request)).execute();
      const cut = fitting(rows, request);
      const orders = cut.read.slice(0, cut.request.limit).map(({ state }) => decodeOrder(state));
      yield* orders;
      const last = orders.at(-1);
      from =
        cut.read.length > orders.length && last
          ? { direction: "after", position: { key: last.createdAt, id: last.id } }
          : null;
    } while (from !== null);
  },
});
