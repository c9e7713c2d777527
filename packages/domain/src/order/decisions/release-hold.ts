import { err, ok } from "neverthrow";
import { noSuchItem } from "../check-items.ts";
import type { ReleaseHold } from "../commands/amendment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { isOpenHold } from "../holds/open-holds.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

export const releaseHold = (
  order: OrderTaking<"releaseHold">,
  { at, actor, holdId }: ReleaseHold,
): Decision => {
  const hold = order.holds.find(({ id }) => id === holdId);
  if (hold === undefined) return err(noSuchItem("hold", ["holdId"], holdId));
  return isOpenHold(hold)
    ? ok([{ type: "order.hold_released", at, actor, holdId }])
    : err({ type: "HoldIsReleased", holdId });
};

export const releaseHoldBlocker = ({ holds }: Order): Blocker =>
  holds.some(isOpenHold) ? undefined : { type: "NoHoldIsOpen" };
