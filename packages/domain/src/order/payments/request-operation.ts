import type { Amount } from "../../money/amount.ts";
import type { CommandBase } from "../commands/command-base.ts";
import type { CaptureRequested, RefundRequested, VoidRequested } from "../events/payment-events.ts";
import type { Payment } from "./payment.ts";

type OperationRequested = CaptureRequested | VoidRequested | RefundRequested;

/** The event that asks for the next operation of a payment; `after` counts those asked for in the same decision. */
export const requestOperation = (
  type: OperationRequested["type"],
  payment: Payment,
  amount: Amount,
  { at, actor }: CommandBase,
  after = 0,
): OperationRequested => ({
  type,
  at,
  actor,
  paymentId: payment.id,
  operation: payment.operations.length + after + 1,
  amount,
});
