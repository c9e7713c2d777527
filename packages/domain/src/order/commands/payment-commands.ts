import type { Amount } from "../../money/amount.ts";
import type { CreditLineId, PaymentId } from "../../shared/ids.ts";
import type { CommandBase } from "./command-base.ts";

/** Ask a provider to promise money. */
export interface AuthorizePayment extends CommandBase {
  readonly type: "authorizePayment";
  readonly paymentId: PaymentId;
  readonly amount: Amount;
  readonly provider: string;
  readonly reference: string | null;
  /** Capture the whole amount as soon as it is authorized? */
  readonly capture: boolean;
}

/** Note money that was promised or paid elsewhere. One for a canceled order is taken down and given back. */
export interface RecordPayment extends CommandBase {
  readonly type: "recordPayment";
  readonly paymentId: PaymentId;
  readonly amount: Amount;
  readonly provider: string;
  readonly reference: string | null;
  /** Was it paid, or only promised? */
  readonly capture: boolean;
}

export interface CapturePayment extends CommandBase {
  readonly type: "capturePayment";
  readonly paymentId: PaymentId;
  /** Minor units; null takes all that is left. */
  readonly amount: Amount | null;
}

/** Give up what of an authorization is neither captured nor on its way. */
export interface VoidPayment extends CommandBase {
  readonly type: "voidPayment";
  readonly paymentId: PaymentId;
}

/**
 * Give money back, at most what this payment holds: captured, neither refunded nor on its way back.
 * The part that was not paid beyond the current total lowers that total by a credit line.
 */
export interface RefundPayment extends CommandBase {
  readonly type: "refundPayment";
  readonly paymentId: PaymentId;
  /** Minor units; null gives back all that this payment holds. */
  readonly amount: Amount | null;
  /** Names the credit line, should one be needed. */
  readonly creditLineId: CreditLineId;
  /** Why the total is lowered; absent or null for "refund". */
  readonly reason?: string | null;
}

/** Note what became of an operation. */
export interface SettlePayment extends CommandBase {
  readonly type: "settlePayment";
  readonly paymentId: PaymentId;
  readonly operation: number;
  readonly outcome: "succeeded" | "failed" | "unknown";
  /** The provider's name for the payment, when it gave one now. */
  readonly reference: string | null;
  /** What the provider said when it did not succeed. */
  readonly failure: string | null;
}

export type PaymentCommand =
  | AuthorizePayment
  | RecordPayment
  | CapturePayment
  | VoidPayment
  | RefundPayment
  | SettlePayment;
