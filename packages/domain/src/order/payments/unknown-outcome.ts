import type { Order } from "../order.ts";
import type { Payment } from "./payment.ts";
import type { PaymentOutcomeIsUnknown } from "./payment-rejection.ts";

export const unknownOutcomeOf = (payment: Payment): PaymentOutcomeIsUnknown | undefined => {
  const unknown = payment.operations.find(({ status }) => status === "unknown");
  return (
    unknown && {
      type: "PaymentOutcomeIsUnknown",
      paymentId: payment.id,
      operation: unknown.number,
    }
  );
};

/** The first operation of the order that no one knows the outcome of. */
export const unknownOutcome = (order: Order): PaymentOutcomeIsUnknown | undefined => {
  for (const payment of order.payments) {
    const unknown = unknownOutcomeOf(payment);
    if (unknown) return unknown;
  }
  return undefined;
};
