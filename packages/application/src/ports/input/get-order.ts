import type { Order, OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { NotFound } from "../../rejection.ts";

/** Reads one order. */
export type GetOrder = (
  orderId: OrderId,
  context: RequestContext,
) => Promise<Result<Order, NotFound>>;
