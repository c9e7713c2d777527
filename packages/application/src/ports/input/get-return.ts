import type { Order, OrderId, Return, ReturnId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { NotFound, OrderItemNotFound } from "../../rejection.ts";

/** Reads one return, with the order it belongs to. */
export type GetReturn = (
  input: { readonly orderId: OrderId; readonly returnId: ReturnId },
  context: RequestContext,
) => Promise<
  Result<{ readonly order: Order; readonly return: Return }, NotFound | OrderItemNotFound>
>;
