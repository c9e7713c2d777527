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
  const sums = new Map<ProductId, StockMovement>();
  let order = before;
  for (const event of events) {
    for (const { productId, reserved, onHand } of stockMovements(order, event)) {
      const sum = sums.get(productId);
      sums.set(productId, {
        productId,
        reserved: (sum?.reserved ?? 0) + reserved,
        onHand: (sum?.onHand ?? 0) + onHand,
      });
    }
    order = evolve(order, event);
  }
  if (order === undefined || order === before)
    throw new Error("an accepted command yields at least one event");
  return { after: order, movements: [...sums.values()] };
};
