import { err, ok } from "neverthrow";
import type { CapturePayment } from "../commands/payment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { notAPositiveAmount } from "../payments/check-payment.ts";
import { findSettledPayment } from "../payments/find-payment.ts";
import { capturable, paymentSums } from "../payments/payment-sums.ts";
import { requestOperation } from "../payments/request-operation.ts";
import { blockerOfPayments } from "../payments/blocker-of-payments.ts";

/** Takes authorized money, whole or in part. */
export const capturePayment = (
  order: OrderTaking<"capturePayment">,
  command: CapturePayment,
): Decision => {
  const found = findSettledPayment(order, command.paymentId);
  if (found.isErr()) return err(found.error);

  const limit = capturable(paymentSums(found.value));
  if (limit === 0) return err({ type: "NothingIsLeftToCapture" });
  const amount = command.amount ?? limit;
  const fault = notAPositiveAmount(amount);
  if (fault) return err(fault);
  return amount > limit
    ? err({ type: "CaptureExceedsAuthorization", path: ["amount"], requested: amount, limit })
    : ok([requestOperation("payment.capture_requested", found.value, amount, command)]);
};

export const capturePaymentBlocker = (order: Order): Blocker =>
  blockerOfPayments(order, (payment) => capturable(paymentSums(payment)) > 0, {
    type: "NothingIsLeftToCapture",
  });
