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

/** A line with its amounts frozen; what has become of its units is on {@link OrderLine}. */
export interface PricedLine extends LineTerms {
  /** unitPrice × quantity. */
  readonly subtotal: Amount;
  /** The line's share of all discounts. */
  readonly discount: Amount;
  readonly tax: Amount;
  /** Exclusive tax: subtotal − discount + tax. Inclusive: subtotal − discount, which contains the tax. */
  readonly total: Amount;
}

/**
 * What has become of a line's units. Always
 * `delivered ≤ shipped ≤ fulfilled ≤ quantity − canceled` and `returnRequested + returned ≤ delivered`.
 */
export interface LineCounters {
  readonly canceled: number;
  /** In a fulfillment that is not canceled. */
  readonly fulfilled: number;
  readonly shipped: number;
  readonly delivered: number;
  /** In an open return and not yet received. */
  readonly returnRequested: number;
  /** Received and accepted: restocked or written off. */
  readonly returned: number;
  /** Those of {@link returned} that were not restocked. */
  readonly writtenOff: number;
}

/** A line of an order: frozen amounts, moving counters. */
export interface OrderLine extends PricedLine, LineCounters {}

/** So many units of one line. */
export interface LineQuantity {
  readonly lineId: LineId;
  readonly quantity: number;
}
