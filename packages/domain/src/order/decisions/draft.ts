import { err } from "neverthrow";
import { isCurrency } from "../../money/currency.ts";
import { faultInDetails } from "../check-details.ts";
import type { DraftOrderCommand } from "../commands/placement-commands.ts";
import type { Decision } from "../decision.ts";
import { freezeLines } from "../line-terms.ts";
import { price } from "../pricing.ts";

/** Begins a draft; its prices are a preview. */
export const draft = (command: DraftOrderCommand): Decision => {
  const { at, actor, terms, discounts, shippingLines } = command;
  const { currency } = terms;
  if (!isCurrency(currency)) return err({ type: "UnknownCurrency", currency });
  const fault = faultInDetails(terms, "terms");
  if (fault) return err(fault);

  return freezeLines(command.lines, currency)
    .andThen((lines) => price({ lines, discounts, shippingLines }, terms.taxMode))
    .map((contents) => [
      { type: "order.drafted", at, actor, terms: { ...terms, currency }, contents },
    ]);
};
