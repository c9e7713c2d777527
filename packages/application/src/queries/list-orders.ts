import type { ListOrders } from "../ports/input/list-orders.ts";
import type { OrderQueries } from "../ports/output/order-queries.ts";

export const makeListOrders =
  ({ orderQueries }: { readonly orderQueries: OrderQueries }): ListOrders =>
  async ({ filter, page }, { tenantId, actingCustomerId }) => {
    if (actingCustomerId === null) return orderQueries.list(tenantId, filter, page);
    // Another customer's orders answer as none, not as a refusal that would confirm they exist.
    if (filter.customerId !== undefined && filter.customerId !== actingCustomerId)
      return { items: [], next: null, prev: null };
    return orderQueries.list(tenantId, { ...filter, customerId: actingCustomerId }, page);
  };
