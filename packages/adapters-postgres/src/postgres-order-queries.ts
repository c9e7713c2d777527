import type { OrderPosition, OrderQueries } from "@ordo/application";
import type { Kysely } from "kysely";
import { decodeOrder } from "./codecs/order-codec.ts";
import { cutPage } from "./cut-page.ts";
import type { Database } from "./database.ts";
import { pageQuery } from "./order-list/page-query.ts";
import { sortColumns } from "./order-list/sort-columns.ts";

export const makePostgresOrderQueries = (db: Kysely<Database>): OrderQueries => ({
  list: async (tenantId, query, request) => {
    const rows = await pageQuery(db, tenantId, query, request).execute();
    const orders = rows.map(({ state }) => decodeOrder(state));
    const { keyOf } = sortColumns[query.sort.by];
    return cutPage(orders, request, (order): OrderPosition => ({
      key: keyOf(order),
      id: order.id,
    }));
  },
});
