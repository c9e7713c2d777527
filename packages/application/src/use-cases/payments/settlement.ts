import type { Actor, Order, PaymentOperation, SettlePayment, Timestamp } from "@ordo/domain";
import type { OperationRef } from "../../outcome.ts";
import type { ProviderAnswer } from "../../ports/output/payment-gateway.ts";

/** What a provider said about an operation. */
export interface Settlement extends OperationRef {
  readonly answer: ProviderAnswer;
}

/** The commands that take the answers down; an operation that someone else has settled meanwhile needs none. */
export const settlingCommands = (
  order: Order,
  settlements: readonly Settlement[],
  given: { readonly at: Timestamp; readonly actor: Actor },
): readonly SettlePayment[] =>
  settlements.flatMap(({ paymentId, operation, answer }) => {
    const status = findOperation(order, { paymentId, operation })?.status;
    const awaits = status === "requested" || (status === "unknown" && answer.outcome !== "unknown");
    return awaits
      ? [{ type: "settlePayment" as const, ...given, paymentId, operation, ...told(answer) }]
      : [];
  });

const told = (answer: ProviderAnswer): Pick<SettlePayment, "outcome" | "reference" | "failure"> =>
  answer.outcome === "succeeded"
    ? { outcome: "succeeded", reference: answer.reference, failure: null }
    : { outcome: answer.outcome, reference: null, failure: answer.reason };

export const findOperation = (
  { payments }: Order,
  { paymentId, operation }: OperationRef,
): PaymentOperation | undefined =>
  payments
    .find(({ id }) => id === paymentId)
    ?.operations.find(({ number }) => number === operation);
