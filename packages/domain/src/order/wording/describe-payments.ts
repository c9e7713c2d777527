import type { PaymentRejection } from "../payments/payment-rejection.ts";
import { at } from "./phrases.ts";

export const describePayments = (r: PaymentRejection): string => {
  switch (r.type) {
    case "PaymentDoesNotCoverTotal":
      return `Payments cover ${r.covered} of ${r.total}.`;
    case "PaymentOutcomeIsUnknown":
      return `No one knows yet what became of operation ${r.operation} of payment ${r.paymentId}; settle it first.`;
    case "CaptureExceedsAuthorization":
      return `${r.requested} cannot be captured: ${r.limit} is authorized and left.`;
    case "RefundExceedsCapture":
      return `${r.requested} cannot be refunded: ${r.limit} is captured and left.`;
    case "CreditExceedsTotal":
      return `${r.requested} cannot be credited: the order costs ${r.limit}.`;
    case "AmountMustBeAPositiveInteger":
      return `${at(r.path)} must be an integer of minor units, 1 or more.`;
    case "NothingIsLeftToCapture":
      return "Nothing authorized is left to capture.";
    case "NothingIsLeftToVoid":
      return "Nothing authorized is left to void.";
    case "NothingIsLeftToRefund":
      return "Nothing captured is left to refund.";
    case "NoOperationAwaitsItsOutcome":
      return "No payment operation awaits its outcome.";
    case "OperationIsSettled":
      return `Operation ${r.operation} of payment ${r.paymentId} is ${r.status} already.`;
  }
};
