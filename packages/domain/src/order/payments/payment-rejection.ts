import type { Amount } from "../../money/amount.ts";
import type { PaymentId } from "../../shared/ids.ts";
import type { Path } from "../../shared/path.ts";
import type { OperationStatus } from "./payment.ts";

/** Authorized and captured money is less than the total, and the order is not on account. */
export interface PaymentDoesNotCoverTotal {
  readonly type: "PaymentDoesNotCoverTotal";
  readonly covered: Amount;
  readonly total: Amount;
}

/** A provider has not said what became of an operation: settle it first, or money may move twice. */
export interface PaymentOutcomeIsUnknown {
  readonly type: "PaymentOutcomeIsUnknown";
  readonly paymentId: PaymentId;
  readonly operation: number;
}

/** The amount is more than there is; `limit` is what there is. */
export interface AmountExceedsLimit {
  readonly type: "CaptureExceedsAuthorization" | "RefundExceedsCapture" | "CreditExceedsTotal";
  readonly path: Path;
  readonly requested: Amount;
  readonly limit: Amount;
}

export type PaymentRejection =
  | PaymentDoesNotCoverTotal
  | PaymentOutcomeIsUnknown
  | AmountExceedsLimit
  | { readonly type: "AmountMustBeAPositiveInteger"; readonly path: Path }
  | { readonly type: "NothingIsLeftToCapture" }
  | { readonly type: "NothingIsLeftToVoid" }
  | { readonly type: "NothingIsLeftToRefund" }
  | { readonly type: "NoOperationAwaitsItsOutcome" }
  | {
      readonly type: "OperationIsSettled";
      readonly paymentId: PaymentId;
      readonly operation: number;
      readonly status: OperationStatus;
    };
