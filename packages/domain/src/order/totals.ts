import type { Amount } from "../money/amount.ts";

/** The sums of the contents in minor units, confirmed edits included; see `pricing.ts` for how each is made. */
export interface Totals {
  readonly subtotal: Amount;
  readonly discount: Amount;
  readonly shipping: Amount;
  readonly tax: Amount;
  readonly total: Amount;
}
