import type { Amount } from "../money/amount.ts";
import type { BasisPoints } from "../money/rate.ts";
import type { LineId, ProductId } from "../shared/ids.ts";

/** What a line says before it is priced. */
export interface LineTerms {
  readonly id: LineId;
  /** Null on a custom line. */
  readonly productId: ProductId | null;
  /** Does the line claim stock? Frozen from the product when the order is placed. */
  readonly tracked: boolean;
  readonly sku: string | null;
  readonly title: string;
  readonly unitPrice: Amount;
  readonly taxRate: BasisPoints;
  /** Units ordered, at least 1. */
  readonly quantity: number;
}

/** A line of an order, its amounts frozen at placement. */
export interface OrderLine extends LineTerms {
  /** unitPrice × quantity. */
  readonly subtotal: Amount;
  /** The line's share of all discounts. */
  readonly discount: Amount;
  readonly tax: Amount;
  /** Exclusive tax: subtotal − discount + tax. Inclusive: subtotal − discount, which contains the tax. */
  readonly total: Amount;
}
