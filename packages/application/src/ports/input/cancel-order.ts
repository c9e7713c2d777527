import type { Order, OrderId } from "@ordo/domain";
import type { WriteContext } from "../../context.ts";
import type { Outcome } from "../../outcome.ts";

/**
 * Cancels an order of which nothing has shipped, and releases its stock once.
 * Rejections: `OrderNotFound`, `StaleVersion`, `StatusForbidsCommand`.
 */
export type CancelOrder = (
  input: CancelOrderInput,
  context: WriteContext,
) => Promise<Outcome<Order>>;

export interface CancelOrderInput {
  readonly orderId: OrderId;
  readonly reason: string;
  readonly note: string | null;
  /** The version the caller read; null cancels whatever it is now. */
  readonly expectedVersion: number | null;
}
