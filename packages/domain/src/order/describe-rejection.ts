import type { Path } from "../shared/path.ts";
import type { OrderRejection } from "./order-rejection.ts";

/** The refusal as one English sentence for people. Amounts are in minor units. */
export const describeRejection = (rejection: OrderRejection): string => {
  const r = rejection;
  switch (r.type) {
    case "StatusForbidsCommand":
      return `"${r.command}" is not possible while the order's status is ${r.status}; it takes ${anyOf(r.allowedIn)}.`;
    case "TotalDiffersFromExpected":
      return `The total is ${r.computed}, not the expected ${r.expected}.`;
    case "OrderNeedsALine":
      return "The order needs at least one line.";
    case "TooManyItems":
      return `${at(r.path)} may have at most ${r.limit} items.`;
    case "UnknownCurrency":
      return `"${r.currency}" is no active ISO 4217 currency.`;
    case "QuantityMustBeAPositiveInteger":
      return `${at(r.path)} must be a positive integer.`;
    case "AmountMustBeANonNegativeInteger":
      return `${at(r.path)} must be an integer of minor units, 0 or more.`;
    case "RateMustBeBasisPoints":
      return `${at(r.path)} must be basis points, an integer from 0 to ${r.limit}.`;
    case "DiscountNamesNoLine":
      return `${at(r.path)} must be the index of one of the ${r.lines} lines.`;
    case "AmountLeavesSafeRange":
      return `${at(r.path)} makes an amount beyond 2^53 − 1.`;
    case "IdIsTaken":
      return `${at(r.path)} is in use already: ${r.id}.`;
    case "ProductIsNotGiven":
      return `${at(r.path)} names product ${r.productId}, which was not given.`;
    case "ProductCurrencyDiffers":
      return `${at(r.path)} names a product priced in ${r.productCurrency}; the order is in ${r.orderCurrency}.`;
    case "OrderHasNoSuchItem":
      return `The order has no ${r.item} ${r.id}.`;
    case "AtLeastOneLineIsNeeded":
      return `${at(r.path)} must have at least one line.`;
    case "LineIsNamedTwice":
      return `${at(r.path)} names line ${r.lineId} a second time.`;
    case "QuantityExceedsWhatIsLeft":
      return `${at(r.path)} is ${r.requested}, but only ${r.left} of line ${r.lineId} are left for it.`;
    case "OrderIsOnHold":
      return `The order is on hold (${r.holdIds.join(", ")}).`;
    case "OrderHasNoDeadline":
      return "The order has no deadline that could pass.";
    case "DeadlineHasNotPassed":
      return `The order can be expired from ${new Date(r.deadline).toISOString()} on.`;
    case "UnitsHaveShipped":
      return `${r.shipped} units have shipped already.`;
    case "UnitsAreNotDelivered":
      return `${r.undelivered} units are neither delivered nor canceled.`;
    case "BalanceIsNotZero":
      return r.balance > 0
        ? `${r.balance} is still owed.`
        : `${-r.balance} is still to be refunded.`;
    case "NoUnitCanBeCanceled":
      return "No unit can be canceled: fulfillments hold what is left.";
    case "NoUnitCanBeFulfilled":
      return "Every unit is in a fulfillment or canceled.";
    case "NoUnitCanBeReturned":
      return "No delivered unit is left to be returned.";
    case "NothingIsLeftToCredit":
      return "The total is 0: there is nothing left to credit.";
    case "FulfillmentStatusForbids":
      return r.fulfillmentId === null
        ? `No fulfillment is ${anyOf(r.allowedIn)}.`
        : `Fulfillment ${r.fulfillmentId} is ${r.status}; it would have to be ${anyOf(r.allowedIn)}.`;
    case "ReturnStatusForbids":
      return r.returnId === null
        ? `No return is ${anyOf(r.allowedIn)}.`
        : `Return ${r.returnId} is ${r.status}; it would have to be ${anyOf(r.allowedIn)}.`;
    case "ReturnIsOpen":
      return `Return ${r.returnId} is still open.`;
    case "NoHoldIsOpen":
      return "No hold is open.";
    case "HoldIsReleased":
      return `Hold ${r.holdId} is released already.`;
    case "EditIsOpen":
      return `Edit ${r.editId} is still open; confirm or decline it first.`;
    case "NoEditIsOpen":
      return "No edit is open.";
    case "EditIsDecided":
      return `Edit ${r.editId} is confirmed or declined already.`;
    case "EditIsStale":
      return `Edit ${r.editId} was worked out on version ${r.baseVersion}, but the order is at ${r.version}; decline it and propose it anew.`;
    case "EditChangesNothing":
      return "The edit changes nothing.";
    case "EditLeavesNoUnits":
      return "The edit leaves no units; cancel the order instead.";
    case "OrderIsArchived":
      return "The order is archived already.";
    case "OrderIsNotArchived":
      return "The order is not archived.";
    case "DetailsStayTheSame":
      return "Nothing would change.";
    case "AddressIsFixedOnceShipped":
      return `${at(r.path)} cannot change once something has shipped.`;
    case "TextIsTooLong":
      return `${at(r.path)} may have at most ${r.limit} characters.`;
    case "PaymentDoesNotCoverTotal":
      return `Payments cover ${r.covered} of ${r.total}.`;
    case "PaymentOutcomeIsUnknown":
      return `No one knows yet what became of operation ${r.operation} of payment ${r.paymentId}; settle it first.`;
    case "CaptureExceedsAuthorization":
      return `${r.requested} cannot be captured: ${r.limit} is authorized and left.`;
    case "RefundExceedsCapture":
      return `${r.requested} cannot be refunded: ${r.limit} is captured and left.`;
    case "RefundNeedsALowerTotal":
      return `Only ${r.limit} was paid beyond the total; lower the total first by a cancellation, return, edit or credit line.`;
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

const anyOf = (values: readonly string[]): string => values.join(" or ");
const at = (path: Path): string => (path.length === 0 ? "The order" : path.join("."));
