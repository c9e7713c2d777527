import type { PaymentRejection } from "../payments/payment-rejection.ts";
import { at } from "./phrases.ts";

export const describePayments = (r: PaymentRejection): string => {
  switch (r.type) {
    case "PaymentDoesNotCoverTotal":
      return `Payments cover ${r.covered} of ${r.total}; authorize or record the rest first.`;
    case "PaymentOutcomeIsUnknown":
      return `No one knows yet what became of operation ${r.operation} of payment ${r.paymentId}; its provider is asked again until that is known. Repeat this then.`;
    case "CaptureExceedsAuthorization":
      return `${r.requested} cannot be captured: at most ${r.limit} can, which is authorized and left.`;
    case "RefundExceedsCapture":
      return `${r.requested} cannot be refunded: at most ${r.limit} can, which is captured and left.`;
    case "CreditExceedsTotal":
      return `${r.requested} cannot be credited: at most ${r.limit} can, which is what the order costs.`;
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
