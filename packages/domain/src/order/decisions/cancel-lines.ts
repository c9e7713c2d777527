import { err, ok } from "neverthrow";
import { faultInQuantities } from "../check-quantities.ts";
import type { CancelLines } from "../commands/lifecycle-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { unknownOutcome } from "../payments/unknown-outcome.ts";
import { activeUnits, sumUnits, unfulfilledUnits } from "../units.ts";
import { windDown } from "../wind-down.ts";

/** Gives up units that no fulfillment holds. When none remain, the order ends as by a cancellation. */
export const cancelLines = (
  order: OrderTaking<"cancelLines">,
  { at, actor, lines, reason }: CancelLines,
): Decision => {
  const fault = faultInQuantities(lines, order.lines, unfulfilledUnits);
  if (fault) return err(fault);

  const canceled = { type: "order.lines_canceled" as const, at, actor, lines, reason };
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (units < sumUnits(order.lines, activeUnits)) return ok([canceled]);

  const blocker = unknownOutcome(order);
  const cancellation = { reason, note: null };
  return blocker
    ? err(blocker)
    : ok([canceled, ...windDown(order, { type: "order.canceled", at, actor, cancellation })]);
};

export const cancelLinesBlocker = (order: Order): Blocker => {
  if (sumUnits(order.lines, unfulfilledUnits) === 0) return { type: "NoUnitCanBeCanceled" };
  return sumUnits(order.lines, activeUnits) === 1 ? unknownOutcome(order) : undefined;
};
