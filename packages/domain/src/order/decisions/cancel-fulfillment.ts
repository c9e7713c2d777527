import type { CancelFulfillment } from "../commands/fulfillment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { findFulfillment, noFulfillmentFor } from "../fulfillments/fulfillment-lifecycle.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Gives up a fulfillment that has not left; its units can be fulfilled anew. */
export const cancelFulfillment = (
  order: OrderTaking<"cancelFulfillment">,
  { at, actor, fulfillmentId }: CancelFulfillment,
): Decision =>
  findFulfillment(order, fulfillmentId, "cancel").map(() => [
    { type: "fulfillment.canceled", at, actor, fulfillmentId },
  ]);

export const cancelFulfillmentBlocker = (order: Order): Blocker =>
  noFulfillmentFor(order, "cancel");
