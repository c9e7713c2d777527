import type { RefusalProblems } from "./refusal-problem.ts";
import { told } from "./told-problem.ts";

/** Refusals about money. */
export const paymentProblems: Pick<
  RefusalProblems,
  | "PaymentDoesNotCoverTotal"
  | "PaymentOutcomeIsUnknown"
  | "CaptureExceedsAuthorization"
  | "RefundExceedsCapture"
  | "CreditExceedsTotal"
  | "AmountMustBeAPositiveInteger"
  | "NothingIsLeftToCapture"
  | "NothingIsLeftToVoid"
  | "NothingIsLeftToRefund"
  | "NothingIsLeftToCredit"
  | "NoOperationAwaitsItsOutcome"
  | "OperationIsSettled"
  | "BalanceIsNotZero"
> = {
  PaymentDoesNotCoverTotal: told(409, "payment-required", "The payments do not cover the total"),
  PaymentOutcomeIsUnknown: told(
    409,
    "payment-outcome-unknown",
    "A payment operation has no known outcome yet",
  ),
  CaptureExceedsAuthorization: told(
    422,
    "over-capture",
    "More than is authorized cannot be captured",
  ),
  RefundExceedsCapture: told(422, "over-refund", "More than was captured cannot be refunded"),
  CreditExceedsTotal: told(422, "over-credit", "More than the order costs cannot be credited"),
  AmountMustBeAPositiveInteger: told(
    422,
    "invalid-amount",
    "The amount is not an integer of minor units",
  ),
  NothingIsLeftToCapture: told(409, "nothing-to-capture", "Nothing authorized is left to capture"),
  NothingIsLeftToVoid: told(409, "nothing-to-void", "Nothing authorized is left to void"),
  NothingIsLeftToRefund: told(409, "nothing-to-refund", "Nothing captured is left to refund"),
  NothingIsLeftToCredit: told(409, "nothing-to-credit", "Nothing is left to credit"),
  NoOperationAwaitsItsOutcome: told(
    409,
    "no-open-operation",
    "No payment operation awaits its outcome",
  ),
  OperationIsSettled: told(409, "operation-settled", "The payment operation is settled already"),
  BalanceIsNotZero: told(409, "balance-not-zero", "The balance is not zero"),
};
