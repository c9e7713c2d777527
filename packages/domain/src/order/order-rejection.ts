import type { EditId, FulfillmentId, HoldId, LineId, ProductId, ReturnId } from "../shared/ids.ts";
import type { Path } from "../shared/path.ts";
import type { Timestamp } from "../shared/timestamp.ts";
import type { FulfillmentState } from "./fulfillments/fulfillment.ts";
import type { OrderCommandType } from "./order-command.ts";
import type { OrderStatus } from "./order.ts";
import type { PaymentRejection } from "./payments/payment-rejection.ts";
import type { ReturnState } from "./returns/return.ts";

/** The order's status has no transition for the command. */
export interface StatusForbidsCommand {
  readonly type: "StatusForbidsCommand";
  readonly command: OrderCommandType;
  /** "none" when there is no order yet. */
  readonly status: OrderStatus | "none";
  readonly allowedIn: readonly (OrderStatus | "none")[];
}

/** What the computed totals say is not what the buyer was shown. */
export interface TotalDiffersFromExpected {
  readonly type: "TotalDiffersFromExpected";
  readonly expected: number;
  readonly computed: number;
}

/** Why the contents of an order cannot be priced. `path` points into the command. */
export type PricingRejection =
  | { readonly type: "OrderNeedsALine" }
  | { readonly type: "TooManyItems"; readonly path: Path; readonly limit: number }
  | { readonly type: "TextIsTooLong"; readonly path: Path; readonly limit: number }
  | { readonly type: "UnknownCurrency"; readonly currency: string }
  | { readonly type: "QuantityMustBeAPositiveInteger"; readonly path: Path }
  | { readonly type: "AmountMustBeANonNegativeInteger"; readonly path: Path }
  | { readonly type: "RateMustBeBasisPoints"; readonly path: Path; readonly limit: number }
  | { readonly type: "DiscountNamesNoLine"; readonly path: Path; readonly lines: number }
  | { readonly type: "AmountLeavesSafeRange"; readonly path: Path }
  | { readonly type: "IdIsTaken"; readonly path: Path; readonly id: string }
  | { readonly type: "ProductIsNotGiven"; readonly path: Path; readonly productId: ProductId }
  | {
      readonly type: "ProductCurrencyDiffers";
      readonly path: Path;
      readonly productId: ProductId;
      readonly productCurrency: string;
      readonly orderCurrency: string;
    };

/** The command names something that the order does not have. */
export interface OrderHasNoSuchItem {
  readonly type: "OrderHasNoSuchItem";
  readonly item:
    | "line"
    | "payment"
    | "operation"
    | "fulfillment"
    | "return"
    | "return line"
    | "edit"
    | "hold";
  readonly path: Path;
  readonly id: string;
}

/** Faults of a list of lines and quantities. */
export type QuantityRejection =
  | { readonly type: "AtLeastOneLineIsNeeded"; readonly path: Path }
  | { readonly type: "LineIsNamedTwice"; readonly path: Path; readonly lineId: LineId }
  | {
      readonly type: "QuantityExceedsWhatIsLeft";
      readonly path: Path;
      readonly lineId: LineId;
      readonly requested: number;
      readonly left: number;
    };

/** What must happen first. */
export type ConditionRejection =
  | { readonly type: "OrderIsOnHold"; readonly holdIds: readonly HoldId[] }
  | { readonly type: "OrderHasNoDeadline" }
  | { readonly type: "DeadlineHasNotPassed"; readonly deadline: Timestamp }
  | { readonly type: "UnitsHaveShipped"; readonly shipped: number }
  | { readonly type: "UnitsAreNotDelivered"; readonly undelivered: number }
  | { readonly type: "BalanceIsNotZero"; readonly balance: number }
  | { readonly type: "NoUnitCanBeCanceled" }
  | { readonly type: "NoUnitCanBeFulfilled" }
  | { readonly type: "NoUnitCanBeReturned" }
  | { readonly type: "NothingIsLeftToCredit" }
  | {
      readonly type: "FulfillmentStatusForbids";
      /** Null when the order has no fulfillment that would do. */
      readonly fulfillmentId: FulfillmentId | null;
      readonly status: FulfillmentState | null;
      readonly allowedIn: readonly FulfillmentState[];
    }
  | {
      readonly type: "ReturnStatusForbids";
      /** Null when the order has no return that would do. */
      readonly returnId: ReturnId | null;
      readonly status: ReturnState | null;
      readonly allowedIn: readonly ReturnState[];
    }
  | { readonly type: "ReturnIsOpen"; readonly returnId: ReturnId };

export type AmendmentRejection =
  | { readonly type: "NoHoldIsOpen" }
  | { readonly type: "HoldIsReleased"; readonly holdId: HoldId }
  | { readonly type: "EditIsOpen"; readonly editId: EditId }
  | { readonly type: "NoEditIsOpen" }
  | { readonly type: "EditIsDecided"; readonly editId: EditId }
  | {
      readonly type: "EditIsStale";
      readonly editId: EditId;
      readonly baseVersion: number;
      readonly version: number;
    }
  | { readonly type: "EditChangesNothing" }
  | { readonly type: "EditLeavesNoUnits" }
  | { readonly type: "OrderIsArchived"; readonly archivedAt: Timestamp }
  | { readonly type: "OrderIsNotArchived" }
  | { readonly type: "DetailsStayTheSame" }
  | { readonly type: "AddressIsFixedOnceShipped"; readonly path: Path };

/** Every refusal of the order domain: data for programs, worded for people in `describe-rejection.ts`. */
export type OrderRejection =
  | StatusForbidsCommand
  | TotalDiffersFromExpected
  | PricingRejection
  | OrderHasNoSuchItem
  | QuantityRejection
  | ConditionRejection
  | AmendmentRejection
  | PaymentRejection;
