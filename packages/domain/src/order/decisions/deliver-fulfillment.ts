import type { DeliverFulfillment } from "../commands/fulfillment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { findFulfillment, noFulfillmentFor } from "../fulfillments/fulfillment-lifecycle.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Takes down that a fulfillment has arrived. */
export const deliverFulfillment = (
  order: OrderTaking<"deliverFulfillment">,
  { at, actor, fulfillmentId }: DeliverFulfillment,
): Decision =>
  findFulfillment(order, fulfillmentId, "deliver").map(() => [
    { type: "fulfillment.delivered", at, actor, fulfillmentId },
  ]);

export const deliverFulfillmentBlocker = (order: Order): Blocker =>
  noFulfillmentFor(order, "deliver");
