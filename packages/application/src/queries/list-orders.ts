import type { ListOrders } from "../ports/input/list-orders.ts";
import type { OrderQueries } from "../ports/output/order-queries.ts";

export const makeListOrders =
  ({ orderQueries }: { readonly orderQueries: OrderQueries }): ListOrders =>
  async ({ filter, sort, page }, { tenantId, actingCustomerId }) => {
    if (actingCustomerId === null) return orderQueries.list(tenantId, { filter, sort }, page);
    // Another customer's orders answer as none, not as a refusal that would confirm they exist.
    if (filter.customerId !== undefined && filter.customerId !== actingCustomerId)
      return { items: [], next: null, prev: null };
    const own = { ...filter, customerId: actingCustomerId };
    return orderQueries.list(tenantId, { filter: own, sort }, page);
  };
