import { err, ok } from "neverthrow";
import type { TrackFulfillment } from "../commands/fulfillment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { faultInTracking } from "../fulfillments/check-tracking.ts";
import { findFulfillment, noFulfillmentFor } from "../fulfillments/fulfillment-lifecycle.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Sets the carrier and the tracking numbers of a fulfillment. */
export const trackFulfillment = (
  order: OrderTaking<"trackFulfillment">,
  command: TrackFulfillment,
): Decision => {
  const { at, actor, fulfillmentId, carrier, trackingNumbers } = command;
  const found = findFulfillment(order, fulfillmentId, "track");
  if (found.isErr()) return err(found.error);
  const fault = faultInTracking(command);
  const tracking = { fulfillmentId, carrier, trackingNumbers };
  return fault
    ? err(fault)
    : ok([{ type: "fulfillment.tracking_changed", at, actor, ...tracking }]);
};

export const trackFulfillmentBlocker = (order: Order): Blocker => noFulfillmentFor(order, "track");
