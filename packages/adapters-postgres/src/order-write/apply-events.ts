import {
  evolve,
  type Order,
  type OrderEvent,
  type ProductId,
  type StockMovement,
  stockMovements,
} from "@ordo/domain";

export interface Applied {
  readonly after: Order;
  /** What the events do to stock in sum, one movement per product. */
  readonly movements: readonly StockMovement[];
}

/** The order after the events, at least one, and what they do to stock. */
export const applyEvents = (before: Order | undefined, events: readonly OrderEvent[]): Applied => {
  const units = new Map<ProductId, number>();
  let order = before;
  for (const event of events) {
    for (const { productId, reserved } of stockMovements(order, event))
      units.set(productId, (units.get(productId) ?? 0) + reserved);
    order = evolve(order, event);
  }
  if (order === undefined || order === before)
    throw new Error("an accepted command yields at least one event");
  const movements = [...units].map(([productId, reserved]) => ({ productId, reserved }));
  return { after: order, movements };
};
