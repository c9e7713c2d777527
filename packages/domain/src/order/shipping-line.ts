import type { Amount } from "../money/amount.ts";
import type { BasisPoints } from "../money/rate.ts";

export interface ShippingTerms {
  readonly title: string;
  readonly amount: Amount;
  readonly taxRate: BasisPoints;
}

/** A charge for delivery, taxed by its own rate; discounts never touch it. */
export interface ShippingLine extends ShippingTerms {
  readonly tax: Amount;
  readonly total: Amount;
}
