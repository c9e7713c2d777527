import type { OrderPosition, OrderQueries } from "@ordo/application";
import { decodeOrder } from "./codecs/order-codec.ts";
import { cutPage } from "./cut-page.ts";
import type { OrdoDatabase } from "./database.ts";
import { pageQuery } from "./order-list/page-query.ts";
import { sortColumns } from "./order-list/sort-columns.ts";

export const makePostgresOrderQueries = (database: OrdoDatabase): OrderQueries => ({
  list: async (tenantId, query, request, deadline) => {
    const db = database.forRequest(tenantId, deadline);
    const rows = await pageQuery(db, tenantId, query, request).execute();
    const orders = rows.map(({ state }) => decodeOrder(state));
    const { keyOf } = sortColumns[query.sort.by];
    return cutPage(orders, request, (order): OrderPosition => ({
      key: keyOf(order),
      id: order.id,
    }));
  },
});
