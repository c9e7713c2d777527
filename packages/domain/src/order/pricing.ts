import { err, ok, type Result } from "neverthrow";
import { applyDiscounts } from "./apply-discounts.ts";
import { type ContentTerms, faultIn } from "./check-contents.ts";
import type { OrderContents, TaxMode } from "./order.ts";
import type { PricedLine } from "./order-line.ts";
import type { PricingRejection } from "./order-rejection.ts";
import { taxOn } from "./tax.ts";
import type { Totals } from "./totals.ts";

/**
 * Prices the contents of an order exactly, in minor units: line subtotals, discounts, tax per line
 * and per shipping line, totals. Rejects terms that are out of range and any sum or product that
 * leaves the safe-integer range.
 */
export const price = (
  terms: ContentTerms,
  taxMode: TaxMode,
): Result<OrderContents, PricingRejection> => {
  const fault = faultIn(terms);
  if (fault) return err(fault);

  const subtotals = terms.lines.map((line) => line.unitPrice * line.quantity);
  const unsafe = subtotals.findIndex((subtotal) => !Number.isSafeInteger(subtotal));
  if (unsafe >= 0) return err({ type: "AmountLeavesSafeRange", path: ["lines", unsafe] });
  if (!Number.isSafeInteger(sumOf(subtotals, (subtotal) => subtotal)))
    return err({ type: "AmountLeavesSafeRange", path: ["lines"] });

  const { discounts, left } = applyDiscounts(subtotals, terms.discounts);
  const lines = terms.lines.map((line, index): PricedLine => {
    const subtotal = subtotals[index] ?? 0;
    const taxable = left[index] ?? 0;
    const { tax, total } = taxOn(taxable, line.taxRate, taxMode);
    return { ...line, subtotal, discount: subtotal - taxable, tax, total };
  });
  const shippingLines = terms.shippingLines.map((line) => ({
    ...line,
    ...taxOn(line.amount, line.taxRate, taxMode),
  }));

  const totals = sumUp({ lines, shippingLines });
  // Addends are never negative, so a sum that left the safe range on the way is still outside it at the end.
  return Number.isSafeInteger(totals.total) && Number.isSafeInteger(totals.tax)
    ? ok({ lines, discounts, shippingLines, totals })
    : err({ type: "AmountLeavesSafeRange", path: [] });
};

/** The sums over priced lines. */
export const sumUp = ({
  lines,
  shippingLines,
}: Pick<OrderContents, "lines" | "shippingLines">): Totals => ({
  subtotal: sumOf(lines, (line) => line.subtotal),
  discount: sumOf(lines, (line) => line.discount),
  shipping: sumOf(shippingLines, (line) => line.amount),
  tax: sumOf(lines, (line) => line.tax) + sumOf(shippingLines, (line) => line.tax),
  total: sumOf(lines, (line) => line.total) + sumOf(shippingLines, (line) => line.total),
});

const sumOf = <T>(items: readonly T[], amount: (item: T) => number): number =>
  items.reduce((total, item) => total + amount(item), 0);
