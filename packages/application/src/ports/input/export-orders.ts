import type { Order } from "@ordo/domain";
import type { RequestContext } from "../../context.ts";
import type { OrderFilter } from "../output/order-queries.ts";

/** Every order that matches, newest first, as a stream. A customer sees only its own. */
export type ExportOrders = (filter: OrderFilter, context: RequestContext) => AsyncIterable<Order>;
