import type { Order } from "../../order/order.ts";
import type { StockMovement } from "../../order/stock-movements.ts";

export interface Stock {
  readonly reserved: number;
  readonly onHand: number;
}

/** What the order holds of the stock and has taken out of it, over all tracked products. */
export const stockOf = (order: Order | undefined): Stock => {
  let reserved = 0;
  let onHand = 0;
  if (order === undefined || order.placedAt === null) return { reserved, onHand };
  for (const line of order.lines)
    if (line.tracked) {
      reserved += line.quantity - line.canceled - line.shipped;
      onHand += line.returned - line.writtenOff - line.shipped;
    }
  return { reserved, onHand };
};

export const moved = (stock: Stock, movements: readonly StockMovement[]): Stock =>
  movements.reduce(
    (sum, { reserved, onHand }) => ({
      reserved: sum.reserved + reserved,
      onHand: sum.onHand + onHand,
    }),
    stock,
  );
