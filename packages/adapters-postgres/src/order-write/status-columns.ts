import {
  fulfillmentStatus,
  type Order,
  paymentLedger,
  paymentStatus,
  refundStatus,
  returnStatus,
} from "@ordo/domain";
import type { RowOf } from "../batch/row-set.ts";

/** The columns of `orders` that follow from its books: derived statuses, ledger sums, and when it reached what. */
export const statusColumns = {
  payment_status: "text",
  refund_status: "text",
  fulfillment_status: "text",
  return_status: "text",
  authorized: "bigint",
  captured: "bigint",
  refunded: "bigint",
  confirmed_at: "timestamptz",
  completed_at: "timestamptz",
  canceled_at: "timestamptz",
  archived_at: "timestamptz",
} as const;

export const statusRow = (order: Order): RowOf<typeof statusColumns> => {
  const { authorized, captured, refunded } = paymentLedger(order.payments);
  return {
    payment_status: paymentStatus(order),
    refund_status: refundStatus(order),
    fulfillment_status: fulfillmentStatus(order),
    return_status: returnStatus(order),
    authorized,
    captured,
    refunded,
    confirmed_at: order.confirmedAt,
    completed_at: order.completedAt,
    canceled_at: order.canceledAt,
    archived_at: order.archivedAt,
  };
};
