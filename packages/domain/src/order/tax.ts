import type { Amount } from "../money/amount.ts";
import { proportion } from "../money/divide.ts";
import { type BasisPoints, WHOLE } from "../money/rate.ts";
import type { TaxMode } from "./order.ts";

export interface Taxed {
  readonly tax: Amount;
  /** What the buyer pays for it: tax added when exclusive, contained when inclusive. */
  readonly total: Amount;
}

/**
 * Tax on one taxable amount, rounded half-even once.
 * Exclusive: taxable × rate ÷ 10 000 on top. Inclusive: taxable × rate ÷ (10 000 + rate) contained in it.
 */
export const taxOn = (taxable: Amount, rate: BasisPoints, mode: TaxMode): Taxed => {
  switch (mode) {
    case "exclusive": {
      const tax = proportion(taxable, rate, WHOLE);
      return { tax, total: taxable + tax };
    }
    case "inclusive":
      return { tax: proportion(taxable, rate, WHOLE + rate), total: taxable };
  }
};
