import { describe, expect, it } from "vitest";
import {
  cancelOrder,
  catalogLine,
  customLine,
  eventsOf,
  placeOrder,
  product,
} from "../testing/fixtures.ts";
import { ProductId } from "../shared/ids.ts";
import { replay } from "./evolve.ts";
import type { OrderEvent } from "./order-event.ts";
import { stockMovements } from "./stock-movements.ts";

const untracked = product({
  id: ProductId("gift-card"),
  inventory: { tracked: false, onHand: 0, reserved: 0 },
});
const placed = eventsOf(
  undefined,
  placeOrder({
    lines: [
      catalogLine(2),
      catalogLine(3, product(), "line-2"),
      catalogLine(1, product({ id: ProductId("product-2") }), "line-3"),
      catalogLine(4, untracked, "line-4"),
      customLine(5, 100, { id: "line-5" }),
    ],
  }),
);
const pending = replay(placed);
const canceled = eventsOf(pending, cancelOrder());

const movements = (before: typeof pending, events: readonly OrderEvent[]) =>
  events.flatMap((event) => stockMovements(before, event));

describe("stock movements", () => {
  it("claims each tracked product once, summed over its lines, and nothing else", () => {
    expect(movements(undefined, placed)).toEqual([
      { productId: "product-1", reserved: 5, onHand: 0 },
      { productId: "product-2", reserved: 1, onHand: 0 },
    ]);
  });

  it("releases with the cancellation exactly what placing claimed", () => {
    expect(movements(pending, canceled)).toEqual([
      { productId: "product-1", reserved: -5, onHand: 0 },
      { productId: "product-2", reserved: -1, onHand: 0 },
    ]);
  });
});
