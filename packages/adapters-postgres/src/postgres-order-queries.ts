import type { OrderQueries } from "@ordo/application";
import type { OrdoDatabase } from "./database.ts";
import { makeListOrders } from "./order-list/list-orders.ts";
import { makeOrderReader } from "./row-read/order-reader.ts";

export const makePostgresOrderQueries = (database: OrdoDatabase): OrderQueries => {
  const readOrders = makeOrderReader(database);
  return {
    list: makeListOrders(database, readOrders),

    reread: async (tenantId, orderId, revisionKept, deadline) => {
      const readings = await readOrders(tenantId, [{ id: orderId, revisionKept }], deadline);
      return readings.get(orderId);
    },
  };
};
