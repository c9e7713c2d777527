import type { OrderRejection } from "@ordo/domain";
import type { OrderItemNotFound, Rejection } from "../rejection.ts";

/**
 * Parts of an order have addresses of their own: a command to one that is not there is as one to an
 * order that is not there. A line that the input names is a fault of the input, and stays one.
 */
export const addressed = (rejection: OrderRejection): Rejection => {
  if (rejection.type !== "OrderHasNoSuchItem") return rejection;
  const { item, id } = rejection;
  return isAddressed(item) ? { type: "OrderItemNotFound", item, id } : rejection;
};

const isAddressed = (item: string): item is OrderItemNotFound["item"] =>
  ["payment", "fulfillment", "return", "edit", "hold"].includes(item);
