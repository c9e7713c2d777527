import { err, ok } from "neverthrow";
import type { AuthorizePayment } from "../commands/payment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { faultInPayment, noRoomForPayment } from "../payments/check-payment.ts";
import { unknownOutcome } from "../payments/unknown-outcome.ts";

/** Asks a provider to promise money, unless no one knows whether it has done so already. */
export const authorizePayment = (
  order: OrderTaking<"authorizePayment">,
  command: AuthorizePayment,
): Decision => {
  const fault = unknownOutcome(order) ?? faultInPayment(order, command);
  if (fault) return err(fault);
  const { at, actor, paymentId, amount, provider, reference, capture } = command;
  const payment = { paymentId, amount, provider, reference, capture };
  return ok([{ type: "payment.authorization_requested", at, actor, ...payment }]);
};

export const authorizePaymentBlocker = (order: Order): Blocker =>
  unknownOutcome(order) ?? noRoomForPayment(order);
