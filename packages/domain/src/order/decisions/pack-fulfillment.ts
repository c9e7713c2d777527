import { err, ok } from "neverthrow";
import type { PackFulfillment } from "../commands/fulfillment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { findFulfillment, noFulfillmentFor } from "../fulfillments/fulfillment-lifecycle.ts";
import { orderIsOnHold } from "../holds/open-holds.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Marks a fulfillment as ready to leave. */
export const packFulfillment = (
  order: OrderTaking<"packFulfillment">,
  { at, actor, fulfillmentId }: PackFulfillment,
): Decision => {
  const found = findFulfillment(order, fulfillmentId, "pack");
  if (found.isErr()) return err(found.error);
  const held = orderIsOnHold(order);
  return held ? err(held) : ok([{ type: "fulfillment.packed", at, actor, fulfillmentId }]);
};

export const packFulfillmentBlocker = (order: Order): Blocker =>
  noFulfillmentFor(order, "pack") ?? orderIsOnHold(order);
