import { err } from "neverthrow";
import { faultInDetails } from "../check-details.ts";
import type { UpdateDraft } from "../commands/placement-commands.ts";
import type { Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import { freezeLines } from "../line-terms.ts";
import { price } from "../pricing.ts";

/** Replaces what the draft says; its id, number and currency stay. */
export const updateDraft = (
  { id, number, currency }: OrderTaking<"updateDraft">,
  command: UpdateDraft,
): Decision => {
  const { at, actor, discounts, shippingLines } = command;
  const fault = faultInDetails(command.terms, "terms");
  if (fault) return err(fault);
  const terms = { ...command.terms, id, number, currency };
  return freezeLines(command.lines, currency)
    .andThen((lines) => price({ lines, discounts, shippingLines }, terms.taxMode))
    .map((contents) => [{ type: "order.draft_updated", at, actor, terms, contents }]);
};
