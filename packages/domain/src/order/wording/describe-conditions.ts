import type { ConditionRejection } from "../order-rejection.ts";
import { anyOf } from "./phrases.ts";

export const describeConditions = (r: ConditionRejection): string => {
  switch (r.type) {
    case "OrderIsOnHold":
      return `The order is on hold (${r.holdIds.join(", ")}); release it first.`;
    case "OrderHasNoDeadline":
      return "The order has no deadline that could pass.";
    case "DeadlineHasNotPassed":
      return "The order's deadline has not passed yet.";
    case "UnitsHaveShipped":
      return `Units that have shipped: ${r.shipped}. Cancel lines that have not, or take a return.`;
    case "UnitsAreNotDelivered":
      return `Units neither delivered nor canceled: ${r.undelivered}. Deliver or cancel them first.`;
    case "BalanceIsNotZero":
      return r.balance > 0
        ? `${r.balance} is still owed; take a payment first.`
        : `${-r.balance} is still to be refunded; refund it first.`;
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
      return `Return ${r.returnId} is still open; close it first.`;
  }
};
