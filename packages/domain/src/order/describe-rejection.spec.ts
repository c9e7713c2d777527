import { describe, expect, it } from "vitest";
import {
  EditId,
  FulfillmentId,
  HoldId,
  LineId,
  PaymentId,
  ProductId,
  ReturnId,
} from "../shared/ids.ts";
import { Timestamp } from "../shared/timestamp.ts";
import { describeRejection } from "./describe-rejection.ts";
import type { OrderRejection } from "./order-rejection.ts";

const at = Timestamp(0);
const lineId = LineId("L");
const paymentId = PaymentId("P");
const amount = { path: ["amount"], requested: 9, limit: 5 };

const wordings: [OrderRejection, string][] = [
  [
    {
      type: "StatusForbidsCommand",
      command: "cancel",
      status: "completed",
      allowedIn: ["draft", "pending"],
    },
    `"cancel" is not possible while the order's status is completed; it takes draft or pending.`,
  ],
  [
    { type: "TotalDiffersFromExpected", expected: 1, computed: 2 },
    "The total is 2, not the expected 1.",
  ],
  [{ type: "OrderNeedsALine" }, "The order needs at least one line."],
  [{ type: "TooManyItems", path: ["lines"], limit: 500 }, "lines may have at most 500 items."],
  [{ type: "UnknownCurrency", currency: "XXX" }, `"XXX" is no active ISO 4217 currency.`],
  [
    { type: "QuantityMustBeAPositiveInteger", path: ["lines", 0, "quantity"] },
    "lines.0.quantity must be a positive integer.",
  ],
  [
    { type: "AmountMustBeANonNegativeInteger", path: ["a"] },
    "a must be an integer of minor units, 0 or more.",
  ],
  [
    { type: "AmountMustBeAPositiveInteger", path: ["a"] },
    "a must be an integer of minor units, 1 or more.",
  ],
  [
    { type: "RateMustBeBasisPoints", path: ["r"], limit: 10_000 },
    "r must be basis points, an integer from 0 to 10000.",
  ],
  [
    { type: "DiscountNamesNoLine", path: ["d"], lines: 2 },
    "d must be the index of one of the 2 lines.",
  ],
  [{ type: "AmountLeavesSafeRange", path: [] }, "The order makes an amount beyond 2^53 − 1."],
  [{ type: "IdIsTaken", path: ["holdId"], id: "H" }, "holdId is in use already: H."],
  [
    { type: "ProductIsNotGiven", path: ["p"], productId: ProductId("Q") },
    "p names product Q, which was not given.",
  ],
  [
    {
      type: "ProductCurrencyDiffers",
      path: ["p"],
      productId: ProductId("Q"),
      productCurrency: "JPY",
      orderCurrency: "EUR",
    },
    "p names a product priced in JPY; the order is in EUR.",
  ],
  [
    { type: "OrderHasNoSuchItem", item: "hold", path: ["holdId"], id: "H" },
    "The order has no hold H.",
  ],
  [{ type: "AtLeastOneLineIsNeeded", path: ["lines"] }, "lines must have at least one line."],
  [{ type: "LineIsNamedTwice", path: ["lines", 1], lineId }, "lines.1 names line L a second time."],
  [
    { type: "QuantityExceedsWhatIsLeft", path: ["q"], lineId, requested: 3, left: 1 },
    "q is 3, but only 1 of line L are left for it.",
  ],
  [
    { type: "OrderIsOnHold", holdIds: [HoldId("A"), HoldId("B")] },
    "The order is on hold (A, B); release it first.",
  ],
  [{ type: "OrderHasNoDeadline" }, "The order has no deadline that could pass."],
  [{ type: "DeadlineHasNotPassed", deadline: at }, "The order's deadline has not passed yet."],
  [
    { type: "UnitsHaveShipped", shipped: 2 },
    "Units that have shipped: 2. Cancel lines that have not, or take a return.",
  ],
  [
    { type: "UnitsAreNotDelivered", undelivered: 2 },
    "Units neither delivered nor canceled: 2. Deliver or cancel them first.",
  ],
  [{ type: "BalanceIsNotZero", balance: 7 }, "7 is still owed; take a payment first."],
  [{ type: "BalanceIsNotZero", balance: -7 }, "7 is still to be refunded; refund it first."],
  [{ type: "NoUnitCanBeCanceled" }, "No unit can be canceled: fulfillments hold what is left."],
  [{ type: "NoUnitCanBeFulfilled" }, "Every unit is in a fulfillment or canceled."],
  [{ type: "NoUnitCanBeReturned" }, "No delivered unit is left to be returned."],
  [{ type: "NothingIsLeftToCredit" }, "The total is 0: there is nothing left to credit."],
  [
    {
      type: "FulfillmentStatusForbids",
      fulfillmentId: FulfillmentId("F"),
      status: "shipped",
      allowedIn: ["pending", "packed"],
    },
    "Fulfillment F is shipped; it would have to be pending or packed.",
  ],
  [
    {
      type: "FulfillmentStatusForbids",
      fulfillmentId: null,
      status: null,
      allowedIn: ["pending", "packed"],
    },
    "No fulfillment is pending or packed.",
  ],
  [
    {
      type: "ReturnStatusForbids",
      returnId: ReturnId("R"),
      status: "closed",
      allowedIn: ["requested"],
    },
    "Return R is closed; it would have to be requested.",
  ],
  [
    { type: "ReturnStatusForbids", returnId: null, status: null, allowedIn: ["requested"] },
    "No return is requested.",
  ],
  [{ type: "ReturnIsOpen", returnId: ReturnId("R") }, "Return R is still open; close it first."],
  [{ type: "NoHoldIsOpen" }, "No hold is open."],
  [{ type: "HoldIsReleased", holdId: HoldId("H") }, "Hold H is released already."],
  [
    { type: "EditIsOpen", editId: EditId("E") },
    "Edit E is still open; confirm or decline it first.",
  ],
  [{ type: "NoEditIsOpen" }, "No edit is open."],
  [{ type: "EditIsDecided", editId: EditId("E") }, "Edit E is confirmed or declined already."],
  [
    { type: "EditIsStale", editId: EditId("E"), baseVersion: 2, version: 3 },
    "Edit E was worked out on version 2, but the order is at 3; decline it and propose it anew.",
  ],
  [{ type: "EditChangesNothing" }, "The edit changes nothing."],
  [{ type: "EditLeavesNoUnits" }, "The edit leaves no units; cancel the order instead."],
  [{ type: "OrderIsArchived", archivedAt: at }, "The order is archived already."],
  [{ type: "OrderIsNotArchived" }, "The order is not archived."],
  [{ type: "DetailsStayTheSame" }, "Nothing would change."],
  [
    { type: "AddressIsFixedOnceShipped", path: ["changes", "billingAddress"] },
    "changes.billingAddress cannot change once something has shipped.",
  ],
  [
    { type: "TextIsTooLong", path: ["changes", "note"], limit: 5 },
    "changes.note may have at most 5 characters.",
  ],
  [
    { type: "PaymentDoesNotCoverTotal", covered: 1, total: 2 },
    "Payments cover 1 of 2; authorize or record the rest first.",
  ],
  [
    { type: "PaymentOutcomeIsUnknown", paymentId, operation: 2 },
    "No one knows yet what became of operation 2 of payment P; its provider is asked again until that is known. Repeat this then.",
  ],
  [
    { type: "CaptureExceedsAuthorization", ...amount },
    "9 cannot be captured: at most 5 can, which is authorized and left.",
  ],
  [
    { type: "RefundExceedsCapture", ...amount },
    "9 cannot be refunded: at most 5 can, which is captured and left.",
  ],
  [
    { type: "CreditExceedsTotal", ...amount },
    "9 cannot be credited: at most 5 can, which is what the order costs.",
  ],
  [{ type: "NothingIsLeftToCapture" }, "Nothing authorized is left to capture."],
  [{ type: "NothingIsLeftToVoid" }, "Nothing authorized is left to void."],
  [{ type: "NothingIsLeftToRefund" }, "Nothing captured is left to refund."],
  [{ type: "NoOperationAwaitsItsOutcome" }, "No payment operation awaits its outcome."],
  [
    { type: "OperationIsSettled", paymentId, operation: 1, status: "failed" },
    "Operation 1 of payment P is failed already.",
  ],
];

describe("describeRejection", () => {
  it.each(wordings)("%j", (rejection, wording) => {
    expect(describeRejection(rejection)).toBe(wording);
  });
});
