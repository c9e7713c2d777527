import { err, ok } from "neverthrow";
import type { RecordPayment } from "../commands/payment-commands.ts";
import type { Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import { faultInPayment } from "../payments/check-payment.ts";

/** Takes down money that came elsewhere. For a canceled order it is given back at once: it never resurrects one. */
export const recordPayment = (
  order: OrderTaking<"recordPayment">,
  command: RecordPayment,
): Decision => {
  const fault = faultInPayment(order, command);
  if (fault) return err(fault);
  const { at, actor, paymentId, amount, provider, reference, capture } = command;
  const payment = { paymentId, amount, provider, reference, capture };
  const recorded = { type: "payment.recorded" as const, at, actor, ...payment };
  if (order.status !== "canceled") return ok([recorded]);

  const type = capture ? "payment.refund_requested" : "payment.void_requested";
  const operation = capture ? 3 : 2;
  return ok([recorded, { type, at, actor, paymentId, operation, amount }]);
};
