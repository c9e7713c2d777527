import type { Amount } from "../money/amount.ts";
import type { Actor } from "../shared/actor.ts";
import type { Timestamp } from "../shared/timestamp.ts";
import type { DiscountTerms } from "./discount.ts";
import type { LineInput } from "./line-input.ts";
import type { Cancellation, OrderTerms } from "./order.ts";
import type { ShippingTerms } from "./shipping-line.ts";

interface CommandBase {
  /** When the command was accepted. Time and ids arrive here, so that deciding twice gives the same. */
  readonly at: Timestamp;
  readonly actor: Actor;
}

/** Put a new order on the books. */
export interface PlaceOrder extends CommandBase {
  readonly type: "place";
  readonly terms: Omit<OrderTerms, "currency"> & { readonly currency: string };
  readonly lines: readonly LineInput[];
  readonly discounts: readonly DiscountTerms[];
  readonly shippingLines: readonly ShippingTerms[];
  /** What the buyer was shown; null skips the check. */
  readonly expectedTotal: Amount | null;
}

/** End an order of which nothing has shipped. */
export interface CancelOrder extends CommandBase {
  readonly type: "cancel";
  readonly cancellation: Cancellation;
}

/** Everything an order can be told. */
export type OrderCommand = PlaceOrder | CancelOrder;
export type OrderCommandType = OrderCommand["type"];
