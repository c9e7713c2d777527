import type { OrderEvent } from "../order-event.ts";
import type { Order, PlacedOrder } from "../order.ts";

/** A journal that no decision could have written. */
export const misplaced = (order: Order | undefined, event: OrderEvent): Error =>
  new Error(`${event.type} cannot follow status ${order?.status ?? "none"}`);

export const existing = (order: Order | undefined, event: OrderEvent): Order => {
  if (order === undefined) throw misplaced(order, event);
  return order;
};

export const onTheBooks = (order: Order | undefined, event: OrderEvent): PlacedOrder => {
  if (order === undefined || order.status === "draft") throw misplaced(order, event);
  return order;
};
