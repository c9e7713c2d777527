import type { Amount } from "../../money/amount.ts";
import type { PaymentId } from "../../shared/ids.ts";
import type { Timestamp } from "../../shared/timestamp.ts";

export type OperationType = "authorization" | "capture" | "void" | "refund";

/** `unknown` is what a provider that timed out leaves; it must be settled before anything is retried. */
export type OperationStatus = "requested" | "succeeded" | "failed" | "unknown";

/** One thing asked of a payment provider. The payment's id and the number make the provider's idempotency key. */
export interface PaymentOperation {
  /** 1 for the first of its payment, gapless. */
  readonly number: number;
  readonly type: OperationType;
  readonly amount: Amount;
  readonly status: OperationStatus;
  readonly requestedAt: Timestamp;
  readonly settledAt: Timestamp | null;
  /** What the provider said when it failed or did not answer. */
  readonly failure: string | null;
}

/** Money from one source; what has become of it is the history of its operations. */
export interface Payment {
  readonly id: PaymentId;
  /** `manual` for what happened elsewhere. */
  readonly provider: string;
  /** The provider's own name for the payment. */
  readonly reference: string | null;
  readonly amount: Amount;
  /** Is it captured as soon as it is authorized? */
  readonly capture: boolean;
  readonly operations: readonly PaymentOperation[];
  readonly createdAt: Timestamp;
}
