import type { CommandOrder, OrderTarget } from "./order-command.ts";

/**
 * Cancels an order of which nothing has shipped: releases its stock once, gives up its fulfillments and
 * open edit, voids its authorizations and refunds what was captured. A customer cancels only while the
 * order is pending. Rejections: `UnitsHaveShipped`, `PaymentOutcomeIsUnknown`.
 */
export type CancelOrder = CommandOrder<CancelOrderInput>;

export interface CancelOrderInput extends OrderTarget {
  readonly reason: string;
  readonly note: string | null;
}
