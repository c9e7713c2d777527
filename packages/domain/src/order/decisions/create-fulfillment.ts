import { err, ok } from "neverthrow";
import { limits } from "../../shared/limits.ts";
import { noRoomIn, takenId } from "../check-items.ts";
import { faultInQuantities } from "../check-quantities.ts";
import type { CreateFulfillment } from "../commands/fulfillment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { faultInTracking } from "../fulfillments/check-tracking.ts";
import { orderIsOnHold } from "../holds/open-holds.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { sumUnits, unfulfilledUnits } from "../units.ts";

/** Sets units aside to travel together. */
export const createFulfillment = (
  order: OrderTaking<"createFulfillment">,
  command: CreateFulfillment,
): Decision => {
  const { at, actor, fulfillmentId, lines, carrier, trackingNumbers } = command;
  const fault =
    createFulfillmentBlocker(order) ??
    takenId(order.fulfillments, fulfillmentId, ["fulfillmentId"]) ??
    faultInQuantities(lines, order.lines, unfulfilledUnits) ??
    faultInTracking(command);
  const fulfillment = { fulfillmentId, lines, carrier, trackingNumbers };
  return fault ? err(fault) : ok([{ type: "fulfillment.created", at, actor, ...fulfillment }]);
};

export const createFulfillmentBlocker = (order: Order): Blocker => {
  if (sumUnits(order.lines, unfulfilledUnits) === 0) return { type: "NoUnitCanBeFulfilled" };
  return (
    orderIsOnHold(order) ??
    noRoomIn(order.fulfillments, limits.fulfillmentsPerOrder, "fulfillments")
  );
};
