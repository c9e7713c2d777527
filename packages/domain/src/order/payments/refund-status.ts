import type { Order } from "../order.ts";
import { paymentLedger } from "./payment-ledger.ts";

export type RefundStatus = "none" | "pending" | "partial" | "full";

/** How much of the captured money went back; `pending` while any refund has no outcome. */
export const refundStatus = (order: Order): RefundStatus => {
  const { captured, refunded, refunding } = paymentLedger(order.payments);
  if (refunding > 0) return "pending";
  if (refunded === 0) return "none";
  return refunded < captured ? "partial" : "full";
};
