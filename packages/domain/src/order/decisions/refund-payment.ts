import { err, ok } from "neverthrow";
import type { RefundPayment } from "../commands/payment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import { currentTotal } from "../order-totals.ts";
import type { Order } from "../order.ts";
import { blockerOfPayments } from "../payments/blocker-of-payments.ts";
import { notAPositiveAmount } from "../payments/check-payment.ts";
import { findSettledPayment } from "../payments/find-payment.ts";
import { paymentLedger } from "../payments/payment-ledger.ts";
import { paymentSums, refundable } from "../payments/payment-sums.ts";
import { requestOperation } from "../payments/request-operation.ts";

/**
 * Gives money back. A refund never exceeds what this payment holds, nor what was paid beyond the current
 * total: without an entry that lowers the total (cancellation, return, edit, credit line) it would read as debt.
 */
export const refundPayment = (
  order: OrderTaking<"refundPayment">,
  command: RefundPayment,
): Decision => {
  const found = findSettledPayment(order, command.paymentId);
  if (found.isErr()) return err(found.error);

  const held = refundable(paymentSums(found.value));
  if (held === 0) return err({ type: "NothingIsLeftToRefund" });
  const beyond = paidBeyondTotal(order);
  const requested = command.amount ?? Math.max(1, Math.min(held, beyond));
  const fault = notAPositiveAmount(requested);
  if (fault) return err(fault);

  const path = ["amount"];
  if (requested > held) return err({ type: "RefundExceedsCapture", path, requested, limit: held });
  return requested > beyond
    ? err({ type: "RefundNeedsALowerTotal", path, requested, limit: beyond })
    : ok([requestOperation("payment.refund_requested", found.value, requested, command)]);
};

export const refundPaymentBlocker = (order: Order): Blocker =>
  blockerOfPayments(order, (payment) => refundable(paymentSums(payment)) > 0, {
    type: "NothingIsLeftToRefund",
  }) ?? nothingIsPaidBeyondTotal(order);

const nothingIsPaidBeyondTotal = (order: Order): Blocker =>
  paidBeyondTotal(order) > 0
    ? undefined
    : { type: "RefundNeedsALowerTotal", path: ["amount"], requested: 1, limit: 0 };

/** What the buyer has paid and is not getting back already, beyond what the order costs now. */
const paidBeyondTotal = (order: Order): number => {
  const { captured, refunded, refunding } = paymentLedger(order.payments);
  return Math.max(0, captured - refunded - refunding - currentTotal(order));
};
