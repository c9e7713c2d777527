import type { ProductId } from "../shared/ids.ts";
import type { Path } from "../shared/path.ts";
import type { OrderCommandType } from "./order-command.ts";
import type { OrderStatus } from "./order.ts";

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
  | { readonly type: "UnknownCurrency"; readonly currency: string }
  | { readonly type: "QuantityMustBeAPositiveInteger"; readonly path: Path }
  | { readonly type: "AmountMustBeANonNegativeInteger"; readonly path: Path }
  | { readonly type: "RateMustBeBasisPoints"; readonly path: Path; readonly limit: number }
  | { readonly type: "DiscountNamesNoLine"; readonly path: Path; readonly lines: number }
  | { readonly type: "AmountLeavesSafeRange"; readonly path: Path }
  | {
      readonly type: "ProductCurrencyDiffers";
      readonly path: Path;
      readonly productId: ProductId;
      readonly productCurrency: string;
      readonly orderCurrency: string;
    };

/** Every refusal of the order domain: data for programs, worded for people at the edge. */
export type OrderRejection = StatusForbidsCommand | TotalDiffersFromExpected | PricingRejection;
