import type { Order } from "@ordo/domain";
import type { RequestContext } from "../../context.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { OrderFilter, OrderPosition } from "../output/order-queries.ts";

/** Orders that match, newest first, page by page. A customer sees only its own. */
export type ListOrders = (
  input: ListOrdersInput,
  context: RequestContext,
) => Promise<Page<Order, OrderPosition>>;

export interface ListOrdersInput {
  readonly filter: OrderFilter;
  readonly page: PageRequest<OrderPosition>;
}
