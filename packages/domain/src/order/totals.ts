import type { Amount } from "../money/amount.ts";

/** The sums of an order in minor units; see `pricing.ts` for how each is made. */
export interface Totals {
  readonly subtotal: Amount;
  readonly discount: Amount;
  readonly shipping: Amount;
  readonly tax: Amount;
  readonly total: Amount;
}
