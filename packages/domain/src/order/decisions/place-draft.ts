import { err, ok } from "neverthrow";
import type { PlaceDraft } from "../commands/placement-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import { freezeLines } from "../line-terms.ts";
import { termsOf } from "../order-terms.ts";
import type { Order } from "../order.ts";
import { priceForPlacement } from "../price-for-placement.ts";
import { repriceLines } from "../reprice-lines.ts";

/** Prices the draft anew from its products as they are now, and puts it on the books. */
export const placeDraft = (order: OrderTaking<"placeDraft">, command: PlaceDraft): Decision => {
  const { at, actor, products, expectedTotal, expiresAt = null } = command;
  const { discounts, shippingLines, currency, taxMode } = order;

  const lines = repriceLines(order.lines, products).andThen((inputs) =>
    freezeLines(inputs, currency),
  );
  if (lines.isErr()) return err(lines.error);

  const input = {
    lines: lines.value,
    discounts: discounts.map(({ type, value, line, code, reason }) => ({
      type,
      value,
      line,
      code,
      reason,
    })),
    shippingLines: shippingLines.map(({ title, amount, taxRate }) => ({ title, amount, taxRate })),
  };
  const contents = priceForPlacement(input, taxMode, expectedTotal);
  if (contents.isErr()) return err(contents.error);

  const terms = termsOf(order);
  return ok([{ type: "order.placed", at, actor, terms, contents: contents.value, expiresAt }]);
};

export const placeDraftBlocker = ({ lines }: Order): Blocker =>
  lines.length === 0 ? { type: "OrderNeedsALine" } : undefined;
