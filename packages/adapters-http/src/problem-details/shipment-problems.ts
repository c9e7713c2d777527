import type { RefusalProblems } from "./refusal-problem.ts";
import { told } from "./told-problem.ts";

/** Refusals about units: fulfillments, returns, quantities. */
export const shipmentProblems: Pick<
  RefusalProblems,
  | "OrderHasNoSuchItem"
  | "AtLeastOneLineIsNeeded"
  | "LineIsNamedTwice"
  | "QuantityExceedsWhatIsLeft"
  | "UnitsHaveShipped"
  | "UnitsAreNotDelivered"
  | "NoUnitCanBeCanceled"
  | "NoUnitCanBeFulfilled"
  | "NoUnitCanBeReturned"
  | "FulfillmentStatusForbids"
  | "ReturnStatusForbids"
  | "ReturnIsOpen"
> = {
  OrderHasNoSuchItem: told(422, "unknown-item", "The order has no such part"),
  AtLeastOneLineIsNeeded: told(422, "lines-needed", "At least one line is needed"),
  LineIsNamedTwice: told(422, "line-named-twice", "A line is named twice"),
  QuantityExceedsWhatIsLeft: told(
    422,
    "quantity-exceeds-rest",
    "The quantity is more than is left",
  ),
  UnitsHaveShipped: told(409, "units-shipped", "Units have shipped already"),
  UnitsAreNotDelivered: told(
    409,
    "units-not-delivered",
    "Units are neither delivered nor canceled",
  ),
  NoUnitCanBeCanceled: told(409, "no-unit-to-cancel", "No unit can be canceled"),
  NoUnitCanBeFulfilled: told(409, "no-unit-to-fulfill", "No unit can be fulfilled"),
  NoUnitCanBeReturned: told(409, "no-unit-to-return", "No unit can be returned"),
  FulfillmentStatusForbids: told(
    409,
    "not-allowed-in-fulfillment-status",
    "The fulfillment's status does not allow this",
  ),
  ReturnStatusForbids: told(
    409,
    "not-allowed-in-return-status",
    "The return's status does not allow this",
  ),
  ReturnIsOpen: told(409, "return-open", "A return is still open"),
};
