import { err, ok } from "neverthrow";
import { noSuchItem } from "../check-items.ts";
import type { SettlePayment } from "../commands/payment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { PaymentEvent } from "../events/payment-events.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { findPayment } from "../payments/find-payment.ts";
import type { PaymentOperation } from "../payments/payment.ts";
import { followUp } from "../payments/follow-up.ts";

/** Takes down what became of an operation, and asks for what must follow from it. */
export const settlePayment = (
  order: OrderTaking<"settlePayment">,
  command: SettlePayment,
): Decision => {
  const { paymentId, operation: number, outcome } = command;
  const found = findPayment(order, paymentId);
  if (found.isErr()) return err(found.error);

  const operation = found.value.operations.find((candidate) => candidate.number === number);
  if (operation === undefined) return err(noSuchItem("operation", ["operation"], String(number)));
  if (!awaits(operation, outcome)) {
    const { status } = operation;
    return err({ type: "OperationIsSettled", paymentId, operation: number, status });
  }
  return ok([settled(command), ...followUp(order, found.value, operation, command)]);
};

export const settlePaymentBlocker = ({ payments }: Order): Blocker =>
  payments.some(({ operations }) => operations.some((operation) => awaits(operation, "succeeded")))
    ? undefined
    : { type: "NoOperationAwaitsItsOutcome" };

const awaits = ({ status }: PaymentOperation, outcome: SettlePayment["outcome"]): boolean =>
  status === "requested" || (status === "unknown" && outcome !== "unknown");

const settled = (command: SettlePayment): PaymentEvent => {
  const { at, actor, paymentId, operation, outcome, reference, failure } = command;
  const type = `payment.operation_${outcome}` as const;
  return { type, at, actor, paymentId, operation, reference, failure };
};
