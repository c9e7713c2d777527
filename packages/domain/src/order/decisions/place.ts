import { err, ok, type Result } from "neverthrow";
import { isCurrency } from "../../money/currency.ts";
import { freezeLines } from "../line-terms.ts";
import type { PlaceOrder } from "../order-command.ts";
import type { OrderPlaced } from "../order-event.ts";
import type { PricingRejection, TotalDiffersFromExpected } from "../order-rejection.ts";
import { price } from "../pricing.ts";

/** Prices the order from its products and puts it on the books, unless the buyer was shown another total. */
export const place = (
  command: PlaceOrder,
): Result<readonly [OrderPlaced], PricingRejection | TotalDiffersFromExpected> => {
  const { at, actor, terms, discounts, shippingLines, expectedTotal } = command;
  const { currency } = terms;
  if (!isCurrency(currency)) return err({ type: "UnknownCurrency", currency });

  const lines = freezeLines(command.lines, currency);
  if (lines.isErr()) return err(lines.error);

  const contents = price({ lines: lines.value, discounts, shippingLines }, terms.taxMode);
  if (contents.isErr()) return err(contents.error);

  const computed = contents.value.totals.total;
  if (expectedTotal !== null && expectedTotal !== computed)
    return err({ type: "TotalDiffersFromExpected", expected: expectedTotal, computed });

  return ok([
    { type: "order.placed", at, actor, terms: { ...terms, currency }, contents: contents.value },
  ]);
};
