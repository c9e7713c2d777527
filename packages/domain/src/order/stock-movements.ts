import type { ProductId } from "../shared/ids.ts";
import type { OrderEvent } from "./order-event.ts";
import type { OrderLine } from "./order-line.ts";
import type { Order } from "./order.ts";

/** A change of a tracked product's stock that an event brings about. */
export interface StockMovement {
  readonly productId: ProductId;
  /** Change of the reserved units: positive claims, negative releases. */
  readonly reserved: number;
}

/**
 * What an event does to stock, one movement per product.
 *
 * @param before the order before the event
 */
export const stockMovements = (
  before: Order | undefined,
  event: OrderEvent,
): readonly StockMovement[] => {
  switch (event.type) {
    case "order.placed":
      return perProduct(event.contents.lines, 1);
    case "order.canceled":
      return perProduct(before?.lines ?? [], -1);
  }
};

const perProduct = (lines: readonly OrderLine[], sign: 1 | -1): readonly StockMovement[] => {
  const reserved = new Map<ProductId, number>();
  for (const line of lines)
    if (line.tracked && line.productId !== null)
      reserved.set(line.productId, (reserved.get(line.productId) ?? 0) + sign * line.quantity);
  return [...reserved].map(([productId, units]) => ({ productId, reserved: units }));
};
