import { err, type Result } from "neverthrow";
import type { Amount } from "../money/amount.ts";
import type { ContentTerms } from "./check-contents.ts";
import type { OrderContents, TaxMode } from "./order.ts";
import type { PricingRejection, TotalDiffersFromExpected } from "./order-rejection.ts";
import { price } from "./pricing.ts";

/** Prices contents that are to go on the books: at least one line, and the total that the buyer was shown. */
export const priceForPlacement = (
  terms: ContentTerms,
  taxMode: TaxMode,
  expectedTotal: Amount | null,
): Result<OrderContents, PricingRejection | TotalDiffersFromExpected> => {
  if (terms.lines.length === 0) return err({ type: "OrderNeedsALine" });

  const contents = price(terms, taxMode);
  if (contents.isErr()) return contents;

  const computed = contents.value.totals.total;
  return expectedTotal === null || expectedTotal === computed
    ? contents
    : err({ type: "TotalDiffersFromExpected", expected: expectedTotal, computed });
};
