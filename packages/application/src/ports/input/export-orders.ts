import type { Order } from "@ordo/domain";
import type { RequestContext } from "../../context.ts";
import type { OrderFilter } from "../output/order-queries.ts";

/** Every order that matches, one after the other; memory does not grow with their number. A customer gets only its own. */
export type ExportOrders = (
  input: { readonly filter: OrderFilter },
  context: RequestContext,
) => AsyncIterable<Order>;
