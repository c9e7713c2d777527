import { err, ok } from "neverthrow";
import { limits } from "../../shared/limits.ts";
import { noRoomIn, takenId } from "../check-items.ts";
import type { PlaceHold } from "../commands/amendment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Blocks confirmation and fulfillment until the hold is released. */
export const placeHold = (
  order: OrderTaking<"placeHold">,
  { at, actor, holdId, reason }: PlaceHold,
): Decision => {
  const fault = placeHoldBlocker(order) ?? takenId(order.holds, holdId, ["holdId"]);
  return fault ? err(fault) : ok([{ type: "order.hold_placed", at, actor, holdId, reason }]);
};

export const placeHoldBlocker = ({ holds }: Order): Blocker =>
  noRoomIn(holds, limits.holdsPerOrder, "holds");
