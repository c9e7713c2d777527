import { err, ok } from "neverthrow";
import type { VoidPayment } from "../commands/payment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { blockerOfPayments } from "../payments/blocker-of-payments.ts";
import { findSettledPayment } from "../payments/find-payment.ts";
import { capturable, paymentSums } from "../payments/payment-sums.ts";
import { requestOperation } from "../payments/request-operation.ts";

/** Gives up what of an authorization is neither captured nor on its way. */
export const voidPayment = (order: OrderTaking<"voidPayment">, command: VoidPayment): Decision => {
  const found = findSettledPayment(order, command.paymentId);
  if (found.isErr()) return err(found.error);

  const amount = capturable(paymentSums(found.value));
  return amount === 0
    ? err({ type: "NothingIsLeftToVoid" })
    : ok([requestOperation("payment.void_requested", found.value, amount, command)]);
};

export const voidPaymentBlocker = (order: Order): Blocker =>
  blockerOfPayments(order, (payment) => capturable(paymentSums(payment)) > 0, {
    type: "NothingIsLeftToVoid",
  });
