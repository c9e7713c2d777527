import type { ListOrders } from "../ports/input/list-orders.ts";
import type { OrderQueries } from "../ports/output/order-queries.ts";
import { ownOrders } from "./own-orders.ts";

export const makeListOrders =
  ({ orderQueries }: { readonly orderQueries: OrderQueries }): ListOrders =>
  async ({ filter, sort, page }, context, revisionKept) => {
    const own = ownOrders(filter, context);
    return own
      ? orderQueries.list(
          context.tenantId,
          { filter: own, sort },
          page,
          context.deadline,
          revisionKept,
        )
      : { items: [], next: null, prev: null };
  };
