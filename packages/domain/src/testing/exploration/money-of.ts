import type { Order } from "../../order/order.ts";
import type { PaymentOperation } from "../../order/payments/payment.ts";
import { exactTotal } from "./state-invariants.ts";

const sumOf = (order: Order, counts: (operation: PaymentOperation) => boolean): number => {
  let sum = 0;
  for (const { operations } of order.payments)
    for (const operation of operations) if (counts(operation)) sum += operation.amount;
  return sum;
};
const done = (order: Order, type: PaymentOperation["type"]): number =>
  sumOf(order, (operation) => operation.type === type && operation.status === "succeeded");
export const netPaid = (order: Order): number => done(order, "capture") - done(order, "refund");
const refunding = (order: Order): number =>
  sumOf(
    order,
    ({ type, status }) => type === "refund" && (status === "requested" || status === "unknown"),
  );
/** What the buyer still has to pay, refunds under way counted as gone. */
export const stillDue = (order: Order): number =>
  Math.max(0, exactTotal(order) - netPaid(order) + refunding(order));
export const isCovered = (order: Order): boolean =>
  // authorized and not captured, plus captured and not refunded
  done(order, "authorization") - done(order, "void") - done(order, "refund") >= exactTotal(order);
