import type { SettlePayment } from "../commands/payment-commands.ts";
import type { PaymentEvent } from "../events/payment-events.ts";
import type { PlacedOrder } from "../order.ts";
import type { Payment, PaymentOperation } from "./payment.ts";
import { requestOperation } from "./request-operation.ts";

/**
 * What the outcome of an operation calls for. An authorization that is to be captured is; money that a
 * canceled order still got hold of, captured or promised, goes back.
 */
export const followUp = (
  { status }: PlacedOrder,
  payment: Payment,
  { type, amount }: PaymentOperation,
  command: SettlePayment,
): readonly PaymentEvent[] => {
  const ask = (next: Parameters<typeof requestOperation>[0]) => [
    requestOperation(next, payment, amount, command),
  ];
  const { outcome } = command;
  if (status !== "canceled")
    return type === "authorization" && outcome === "succeeded" && payment.capture
      ? ask("payment.capture_requested")
      : [];
  if (type === "authorization" && outcome === "succeeded") return ask("payment.void_requested");
  if (type === "capture" && outcome === "succeeded") return ask("payment.refund_requested");
  // The money stays promised when a capture fails, and the promise is no longer wanted.
  if (type === "capture" && outcome === "failed") return ask("payment.void_requested");
  return [];
};
