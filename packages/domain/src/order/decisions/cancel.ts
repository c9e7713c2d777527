import { err, ok } from "neverthrow";
import type { CancelOrder } from "../commands/lifecycle-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { unknownOutcome } from "../payments/unknown-outcome.ts";
import { sumUnits } from "../units.ts";
import { windDown } from "../wind-down.ts";

/** Ends the order and everything of it that is under way; its stock is released with it (see `stock-movements.ts`). */
export const cancel = (
  order: OrderTaking<"cancel">,
  { at, actor, cancellation }: CancelOrder,
): Decision => {
  const blocker = cancelBlocker(order);
  return blocker
    ? err(blocker)
    : ok(windDown(order, { type: "order.canceled", at, actor, cancellation }));
};

export const cancelBlocker = (order: Order): Blocker => {
  const shipped = sumUnits(order.lines, (line) => line.shipped);
  return shipped > 0 ? { type: "UnitsHaveShipped", shipped } : unknownOutcome(order);
};
