import { err, ok } from "neverthrow";
import { isCurrency } from "../../money/currency.ts";
import { faultInDetails } from "../check-details.ts";
import type { PlaceOrder } from "../commands/placement-commands.ts";
import type { Decision } from "../decision.ts";
import { freezeLines } from "../line-terms.ts";
import { priceForPlacement } from "../price-for-placement.ts";

/** Prices the order from its products and puts it on the books, unless the buyer was shown another total. */
export const place = (command: PlaceOrder): Decision => {
  const { at, actor, terms, discounts, shippingLines, expectedTotal, expiresAt = null } = command;
  const { currency, taxMode } = terms;
  if (!isCurrency(currency)) return err({ type: "UnknownCurrency", currency });

  const fault = faultInDetails(terms, "terms");
  if (fault) return err(fault);
  const lines = freezeLines(command.lines, currency);
  if (lines.isErr()) return err(lines.error);

  const input = { lines: lines.value, discounts, shippingLines };
  const contents = priceForPlacement(input, taxMode, expectedTotal);
  if (contents.isErr()) return err(contents.error);

  return ok([
    {
      type: "order.placed",
      at,
      actor,
      terms: { ...terms, currency },
      contents: contents.value,
      expiresAt,
    },
  ]);
};
