import type { Amount } from "../../money/amount.ts";
import type { Product } from "../../product/product.ts";
import type { Timestamp } from "../../shared/timestamp.ts";
import type { DiscountTerms } from "../discount.ts";
import type { LineInput } from "../line-input.ts";
import type { OrderTerms } from "../order.ts";
import type { ShippingTerms } from "../shipping-line.ts";
import type { CommandBase } from "./command-base.ts";

/** What is to be priced. */
export interface ContentsInput {
  readonly lines: readonly LineInput[];
  readonly discounts: readonly DiscountTerms[];
  readonly shippingLines: readonly ShippingTerms[];
}

type TermsInput = Omit<OrderTerms, "currency"> & { readonly currency: string };

/** Begin an order that is not on the books yet; it may have no lines. */
export interface DraftOrderCommand extends CommandBase, ContentsInput {
  readonly type: "draft";
  readonly terms: TermsInput;
}

/** Replace what a draft says. Its id, number and currency are fixed. */
export interface UpdateDraft extends CommandBase, ContentsInput {
  readonly type: "updateDraft";
  readonly terms: Omit<OrderTerms, "id" | "number" | "currency">;
}

/** Put a new order on the books. */
export interface PlaceOrder extends CommandBase, ContentsInput {
  readonly type: "place";
  readonly terms: TermsInput;
  /** What the buyer was shown; null skips the check. */
  readonly expectedTotal: Amount | null;
  /** When the order may be expired if it is still pending; absent or null for never. */
  readonly expiresAt?: Timestamp | null;
}

/** Put a draft on the books, priced anew from its products as they are now. */
export interface PlaceDraft extends CommandBase {
  readonly type: "placeDraft";
  /** Every product that a line of the draft names. */
  readonly products: readonly Product[];
  readonly expectedTotal: Amount | null;
  readonly expiresAt?: Timestamp | null;
}
