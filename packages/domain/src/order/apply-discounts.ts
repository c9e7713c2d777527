import { apportion } from "../money/apportion.ts";
import { proportion } from "../money/divide.ts";
import { WHOLE } from "../money/rate.ts";
import type { Discount, DiscountTerms } from "./discount.ts";

export interface Discounted {
  readonly discounts: readonly Discount[];
  /** What each line has left after all discounts, by line index. */
  readonly left: readonly number[];
}

/**
 * Applies the discounts in the order given, each to what the earlier ones left. One without a line
 * is spread over all lines in proportion to what each has left, by largest remainder.
 * The sum of the subtotals must be a safe integer.
 */
export const applyDiscounts = (
  subtotals: readonly number[],
  terms: readonly DiscountTerms[],
): Discounted => {
  let left = subtotals;
  const discounts = terms.map((discount): Discount => {
    const bases = left.map((amount, index) =>
      discount.line === null || discount.line === index ? amount : 0,
    );
    const amount = amountOf(discount, sum(bases));
    const shares = apportion(amount, bases);
    left = left.map((rest, index) => rest - (shares[index] ?? 0));
    return { ...discount, amount };
  });
  return { discounts, left };
};

const amountOf = (discount: DiscountTerms, base: number): number => {
  switch (discount.type) {
    case "fixed":
      return Math.min(discount.value, base);
    case "percentage":
      return proportion(base, discount.value, WHOLE);
  }
};

const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0);
