import type { Order } from "@ordo/domain";
import type { RequestContext } from "../../context.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { OrderPosition, OrderQuery } from "../output/order-queries.ts";

/** Orders that match, sorted, page by page. A customer sees only its own. */
export type ListOrders = (
  input: ListOrdersInput,
  context: RequestContext,
) => Promise<Page<Order, OrderPosition>>;

export interface ListOrdersInput extends OrderQuery {
  readonly page: PageRequest<OrderPosition>;
}
