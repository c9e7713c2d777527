import { err, ok } from "neverthrow";
import type { ShipFulfillment } from "../commands/fulfillment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { findFulfillment, noFulfillmentFor } from "../fulfillments/fulfillment-lifecycle.ts";
import { orderIsOnHold } from "../holds/open-holds.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Lets a fulfillment leave; its stock leaves with it. */
export const shipFulfillment = (
  order: OrderTaking<"shipFulfillment">,
  { at, actor, fulfillmentId }: ShipFulfillment,
): Decision => {
  const found = findFulfillment(order, fulfillmentId, "ship");
  if (found.isErr()) return err(found.error);
  const held = orderIsOnHold(order);
  return held ? err(held) : ok([{ type: "fulfillment.shipped", at, actor, fulfillmentId }]);
};

export const shipFulfillmentBlocker = (order: Order): Blocker =>
  noFulfillmentFor(order, "ship") ?? orderIsOnHold(order);
