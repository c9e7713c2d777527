import type { CustomerId, Order } from "@ordo/domain";
import type { RequestContext } from "./context.ts";

/** May the caller know that this order exists? A customer: only its own. */
export const mayTouch = (context: RequestContext, order: Pick<Order, "customerId">): boolean =>
  context.actingCustomerId === null || order.customerId === context.actingCustomerId;

/** May the caller know that this customer exists? A customer: only itself. */
export const maySee = (context: RequestContext, customerId: CustomerId): boolean =>
  context.actingCustomerId === null || customerId === context.actingCustomerId;
