import type { RequestContext } from "../../context.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { OrderPosition, OrderQuery } from "../output/order-queries.ts";
import type { OrderReading, RevisionKept } from "../output/order-reading.ts";

/**
 * Orders that match, sorted, page by page. A customer sees only its own.
 *
 * @param revisionKept for a caller that has kept orders: those that are as it kept them come without their state
 */
export type ListOrders = (
  input: ListOrdersInput,
  context: RequestContext,
  revisionKept?: RevisionKept,
) => Promise<Page<OrderReading, OrderPosition>>;

export interface ListOrdersInput extends OrderQuery {
  readonly page: PageRequest<OrderPosition>;
}
