import { isAmount } from "../money/amount.ts";
import { isRate } from "../money/rate.ts";
import { limits } from "../shared/limits.ts";
import { tooLong, tooMany } from "./check-bounds.ts";
import type { DiscountTerms } from "./discount.ts";
import type { LineTerms } from "./order-line.ts";
import type { PricingRejection } from "./order-rejection.ts";
import type { ShippingTerms } from "./shipping-line.ts";

export interface ContentTerms {
  readonly lines: readonly LineTerms[];
  readonly discounts: readonly DiscountTerms[];
  readonly shippingLines: readonly ShippingTerms[];
}

/** The first fault in the terms that would make the arithmetic meaningless, or undefined. */
export const faultIn = (terms: ContentTerms): PricingRejection | undefined =>
  faultInCounts(terms) ??
  repeatedId(terms.lines) ??
  firstFault(terms.lines, faultInLine) ??
  firstFault(terms.shippingLines, faultInShipping) ??
  firstFault(terms.discounts, (discount, index) =>
    faultInDiscount(discount, index, terms.lines.length),
  );

const faultInCounts = (terms: ContentTerms): PricingRejection | undefined =>
  tooMany(terms.lines, limits.linesPerOrder, ["lines"]) ??
  tooMany(terms.discounts, limits.discountsPerOrder, ["discounts"]) ??
  tooMany(terms.shippingLines, limits.shippingLinesPerOrder, ["shippingLines"]);

const repeatedId = (lines: readonly LineTerms[]): PricingRejection | undefined => {
  const ids = new Set<string>();
  for (const [index, { id }] of lines.entries()) {
    if (ids.has(id)) return { type: "IdIsTaken", path: ["lines", index, "id"], id };
    ids.add(id);
  }
  return undefined;
};

const faultInLine = (line: LineTerms, index: number): PricingRejection | undefined => {
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1)
    return { type: "QuantityMustBeAPositiveInteger", path: ["lines", index, "quantity"] };
  return (
    notAnAmount(line.unitPrice, "lines", index, "unitPrice") ??
    notARate(line.taxRate, "lines", index, "taxRate") ??
    tooLong(line.title, limits.titleLength, ["lines", index, "title"]) ??
    tooLong(line.sku, limits.skuLength, ["lines", index, "sku"])
  );
};

const faultInShipping = (line: ShippingTerms, index: number): PricingRejection | undefined =>
  notAnAmount(line.amount, "shippingLines", index, "amount") ??
  notARate(line.taxRate, "shippingLines", index, "taxRate") ??
  tooLong(line.title, limits.titleLength, ["shippingLines", index, "title"]);

const faultInDiscount = (
  discount: DiscountTerms,
  index: number,
  lines: number,
): PricingRejection | undefined => {
  const { line } = discount;
  if (line !== null && !(Number.isInteger(line) && line >= 0 && line < lines))
    return { type: "DiscountNamesNoLine", path: ["discounts", index, "line"], lines };
  const check = discount.type === "percentage" ? notARate : notAnAmount;
  const fault = check(discount.value, "discounts", index, "value");
  return fault ?? tooLong(discount.reason, limits.reasonLength, ["discounts", index, "reason"]);
};

// The path in pieces: most values are in order, and a path would be made for each.
const notAnAmount = (
  value: number,
  list: string,
  index: number,
  field: string,
): PricingRejection | undefined =>
  isAmount(value)
    ? undefined
    : { type: "AmountMustBeANonNegativeInteger", path: [list, index, field] };

const notARate = (
  value: number,
  list: string,
  index: number,
  field: string,
): PricingRejection | undefined =>
  isRate(value)
    ? undefined
    : { type: "RateMustBeBasisPoints", path: [list, index, field], limit: limits.rate };

const firstFault = <T>(
  items: readonly T[],
  faultInItem: (item: T, index: number) => PricingRejection | undefined,
): PricingRejection | undefined => {
  for (const [index, item] of items.entries()) {
    const fault = faultInItem(item, index);
    if (fault) return fault;
  }
  return undefined;
};
