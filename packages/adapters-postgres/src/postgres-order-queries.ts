import type { OrderPosition, OrderQueries } from "@ordo/application";
import { decodeOrder } from "./codecs/order-codec.ts";
import { cutPage } from "./cut-page.ts";
import type { OrdoDatabase } from "./database.ts";
import { pageQuery } from "./order-list/page-query.ts";
import { fitting, withinBytes } from "./order-list/within-bytes.ts";
import { sortColumns } from "./order-list/sort-columns.ts";

export const makePostgresOrderQueries = (database: OrdoDatabase): OrderQueries => ({
  list: async (tenantId, query, request, deadline) => {
    const db = database.forRequest(tenantId, deadline);
    const rows = await withinBytes(db, pageQuery(db, tenantId, query, request)).execute();
    const cut = fitting(rows, request);
    const orders = cut.read.map(({ state }) => decodeOrder(state));
    const { keyOf } = sortColumns[query.sort.by];
    return cutPage(orders, cut.request, (order): OrderPosition => ({
      key: keyOf(order),
      id: order.id,
    }));
  },
});
