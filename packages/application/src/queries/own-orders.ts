import type { RequestContext } from "../context.ts";
import type { OrderFilter } from "../ports/output/order-queries.ts";

/**
 * The filter narrowed to what the caller may see; undefined when that is nothing. Another customer's orders
 * answer as none, not as a refusal that would confirm they exist.
 */
export const ownOrders = (
  filter: OrderFilter,
  { actingCustomerId }: RequestContext,
): OrderFilter | undefined => {
  if (actingCustomerId === null) return filter;
  if (filter.customerId !== undefined && filter.customerId !== actingCustomerId) return undefined;
  return { ...filter, customerId: actingCustomerId };
};
