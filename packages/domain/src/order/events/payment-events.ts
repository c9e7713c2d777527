import type { Amount } from "../../money/amount.ts";
import type { PaymentId } from "../../shared/ids.ts";
import type { EventBase } from "./event-base.ts";

interface PaymentStarted extends EventBase {
  readonly paymentId: PaymentId;
  readonly amount: Amount;
  readonly provider: string;
  readonly reference: string | null;
  readonly capture: boolean;
}
/** The payment's first operation is under way. */
export interface AuthorizationRequested extends PaymentStarted {
  readonly type: "payment.authorization_requested";
}
/** Money promised (and, with `capture`, paid) elsewhere: its operations have succeeded already. */
export interface PaymentRecorded extends PaymentStarted {
  readonly type: "payment.recorded";
}

interface OperationRequested extends EventBase {
  readonly paymentId: PaymentId;
  /** The operation's number within its payment. */
  readonly operation: number;
  readonly amount: Amount;
}
export interface CaptureRequested extends OperationRequested {
  readonly type: "payment.capture_requested";
}
export interface VoidRequested extends OperationRequested {
  readonly type: "payment.void_requested";
}
export interface RefundRequested extends OperationRequested {
  readonly type: "payment.refund_requested";
}

interface OperationSettled extends EventBase {
  readonly paymentId: PaymentId;
  readonly operation: number;
  readonly reference: string | null;
  readonly failure: string | null;
}
export interface OperationSucceeded extends OperationSettled {
  readonly type: "payment.operation_succeeded";
}
export interface OperationFailed extends OperationSettled {
  readonly type: "payment.operation_failed";
}
/** The provider did not answer in time. */
export interface OperationUnknown extends OperationSettled {
  readonly type: "payment.operation_unknown";
}

export type PaymentEvent =
  | AuthorizationRequested
  | PaymentRecorded
  | CaptureRequested
  | VoidRequested
  | RefundRequested
  | OperationSucceeded
  | OperationFailed
  | OperationUnknown;
