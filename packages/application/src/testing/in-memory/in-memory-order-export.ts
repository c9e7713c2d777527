import type { OrderExport } from "../../ports/output/order-export.ts";
import { newestFirst, type OrderQueries } from "../../ports/output/order-queries.ts";

/** The list, taken at once. */
export const makeInMemoryOrderExport = (orderQueries: OrderQueries): OrderExport => ({
  stream: async function* (tenantId, filter) {
    const everything = { limit: Number.MAX_SAFE_INTEGER, from: null };
    const { items } = await orderQueries.list(tenantId, { filter, sort: newestFirst }, everything);
    yield* items.flatMap(({ order }) => order ?? []);
  },
});
