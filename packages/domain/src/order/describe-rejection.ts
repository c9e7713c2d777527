import type { OrderRejection } from "./order-rejection.ts";
import { describeAmendments } from "./wording/describe-amendments.ts";
import { describeConditions } from "./wording/describe-conditions.ts";
import { describePayments } from "./wording/describe-payments.ts";
import { describePricing } from "./wording/describe-pricing.ts";
import { describeQuantities } from "./wording/describe-quantities.ts";
import { anyOf } from "./wording/phrases.ts";

/** The refusal as one English sentence for people. Amounts are in minor units. */
export const describeRejection = (r: OrderRejection): string => {
  switch (r.type) {
    case "StatusForbidsCommand":
      return `"${r.command}" is not possible while the order's status is ${r.status}; it takes ${anyOf(r.allowedIn)}.`;
    case "TotalDiffersFromExpected":
      return `The total is ${r.computed}, not the expected ${r.expected}.`;
    case "OrderHasNoSuchItem":
      return `The order has no ${r.item} ${r.id}.`;
    case "OrderNeedsALine":
    case "TooManyItems":
    case "TextIsTooLong":
    case "UnknownCurrency":
    case "QuantityMustBeAPositiveInteger":
    case "AmountMustBeANonNegativeInteger":
    case "RateMustBeBasisPoints":
    case "DiscountNamesNoLine":
    case "AmountLeavesSafeRange":
    case "IdIsTaken":
    case "ProductIsNotGiven":
    case "ProductCurrencyDiffers":
      return describePricing(r);
    case "AtLeastOneLineIsNeeded":
    case "LineIsNamedTwice":
    case "QuantityExceedsWhatIsLeft":
      return describeQuantities(r);
    case "OrderIsOnHold":
    case "OrderHasNoDeadline":
    case "DeadlineHasNotPassed":
    case "UnitsHaveShipped":
    case "UnitsAreNotDelivered":
    case "BalanceIsNotZero":
    case "NoUnitCanBeCanceled":
    case "NoUnitCanBeFulfilled":
    case "NoUnitCanBeReturned":
    case "NothingIsLeftToCredit":
    case "FulfillmentStatusForbids":
    case "ReturnStatusForbids":
    case "ReturnIsOpen":
      return describeConditions(r);
    case "NoHoldIsOpen":
    case "HoldIsReleased":
    case "EditIsOpen":
    case "NoEditIsOpen":
    case "EditIsDecided":
    case "EditIsStale":
    case "EditChangesNothing":
    case "EditLeavesNoUnits":
    case "OrderIsArchived":
    case "OrderIsNotArchived":
    case "DetailsStayTheSame":
    case "AddressIsFixedOnceShipped":
      return describeAmendments(r);
    case "PaymentDoesNotCoverTotal":
    case "PaymentOutcomeIsUnknown":
    case "CaptureExceedsAuthorization":
    case "RefundExceedsCapture":
    case "CreditExceedsTotal":
    case "AmountMustBeAPositiveInteger":
    case "NothingIsLeftToCapture":
    case "NothingIsLeftToVoid":
    case "NothingIsLeftToRefund":
    case "NoOperationAwaitsItsOutcome":
    case "OperationIsSettled":
      return describePayments(r);
  }
};
