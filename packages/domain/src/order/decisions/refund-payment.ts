import { err, ok } from "neverthrow";
import { limits } from "../../shared/limits.ts";
import { noRoomIn, takenId } from "../check-items.ts";
import type { RefundPayment } from "../commands/payment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { CreditLineAdded } from "../events/amendment-events.ts";
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
 * Gives money back, at most what this payment holds. What of it was not paid beyond the current total is
 * paired with a credit line, since a refund without an entry that lowers the total would read as debt.
 */
export const refundPayment = (
  order: OrderTaking<"refundPayment">,
  command: RefundPayment,
): Decision => {
  const found = findSettledPayment(order, command.paymentId);
  if (found.isErr()) return err(found.error);

  const limit = refundable(paymentSums(found.value));
  if (limit === 0) return err({ type: "NothingIsLeftToRefund" });
  const requested = command.amount ?? limit;
  const fault = notAPositiveAmount(requested);
  if (fault) return err(fault);
  if (requested > limit)
    return err({ type: "RefundExceedsCapture", path: ["amount"], requested, limit });

  const refund = requestOperation("payment.refund_requested", found.value, requested, command);
  const unpaired = requested - paidBeyondTotal(order);
  if (unpaired <= 0) return ok([refund]);
  const noCredit =
    noRoomForCredit(order) ?? takenId(order.creditLines, command.creditLineId, ["creditLineId"]);
  return noCredit ? err(noCredit) : ok([creditFor(unpaired, command), refund]);
};

export const refundPaymentBlocker = (order: Order): Blocker =>
  blockerOfPayments(order, (payment) => refundable(paymentSums(payment)) > 0, {
    type: "NothingIsLeftToRefund",
  }) ?? (paidBeyondTotal(order) > 0 ? undefined : noRoomForCredit(order));

const noRoomForCredit = ({ creditLines }: Order): Blocker =>
  noRoomIn(creditLines, limits.creditLinesPerOrder, "creditLines");

/** Never more than the order costs: what is refunded was paid, beyond the total or towards it. */
const creditFor = (
  amount: number,
  { at, actor, creditLineId, reason }: RefundPayment,
): CreditLineAdded => ({
  type: "order.credit_line_added",
  at,
  actor,
  creditLineId,
  amount,
  reason: reason ?? "refund",
});

/** What the buyer has paid and is not getting back already, beyond what the order costs now. */
const paidBeyondTotal = (order: Order): number => {
  const { captured, refunded, refunding } = paymentLedger(order.payments);
  return Math.max(0, captured - refunded - refunding - currentTotal(order));
};
