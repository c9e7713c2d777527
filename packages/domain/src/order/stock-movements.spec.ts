import { describe, expect, it } from "vitest";
import {
  cancelOrder,
  catalogLine,
  customLine,
  eventsOf,
  later,
  placeOrder,
  product,
} from "../testing/fixtures.ts";
import { LineId, ProductId } from "../shared/ids.ts";
import { receipt, tell, units } from "../testing/commands.ts";
import { draftOrder, placeDraft } from "../testing/drafts.ts";
import { moved } from "../testing/exploration/stock-of.ts";
import { confirmed, delivered, history, shipped, smallOrder } from "../testing/history.ts";
import type { OrderCommand } from "./order-command.ts";
import type { Order } from "./order.ts";
import type { ReceiptLine } from "./returns/return.ts";
import { evolve, replay } from "./evolve.ts";
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

const back = (...receipts: readonly ReceiptLine[]) => [
  ...delivered,
  tell.requestReturn([units("line-1", 2)]),
  tell.approve(),
  tell.receive(receipts),
];
const edit = tell.propose([
  { type: "set_quantity", lineId: LineId("line-1"), quantity: 1, newLineId: LineId("line-3") },
  { type: "add_line", line: catalogLine(2, product(), "line-3") },
]);

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

  const life: [string, readonly OrderCommand[], number, number][] = [
    ["a draft claims nothing", [draftOrder()], 0, 0],
    ["a canceled draft releases nothing", [draftOrder(), cancelOrder()], 0, 0],
    ["a placed draft claims", [draftOrder(), placeDraft()], 1, 0],
    ["canceled lines release", [smallOrder(), tell.cancelLines(units("line-1", 1))], 1, 0],
    [
      "the last canceled lines release once",
      [smallOrder(), tell.cancelLines(units("line-1", 2), units("line-2", 1))],
      0,
      0,
    ],
    [
      "a cancellation releases what is left",
      [smallOrder(), tell.cancelLines(units("line-1", 1)), cancelOrder()],
      0,
      0,
    ],
    ["an expired order releases", [smallOrder({ expiresAt: later }), tell.expire()], 0, 0],
    ["shipping takes off the shelf", shipped, 0, -2],
    ["part of it ships", [...confirmed, tell.fulfill([units("line-1", 1)]), tell.ship()], 1, -1],
    ["what comes back is restocked", back(receipt("line-1", 2)), 0, 0],
    ["or is not", back(receipt("line-1", 1, "write_off"), receipt("line-1", 1, "dismiss")), 0, -2],
    [
      "an edit claims and releases when it is confirmed",
      [smallOrder(), edit, tell.confirmEdit()],
      3,
      0,
    ],
    ["and not before", [smallOrder(), edit], 2, 0],
    [
      "an exchange claims",
      [...delivered, tell.exchange([units("line-1", 1)], [catalogLine(3, product(), "line-3")])],
      3,
      -2,
    ],
  ];
  it.each(life)("%s", (_, commands, reserved, onHand) => {
    let order: Order | undefined;
    let sums = { reserved: 0, onHand: 0 };
    for (const event of history(...commands)) {
      sums = moved(sums, stockMovements(order, event));
      order = evolve(order, event);
    }
    expect(sums).toEqual({ reserved, onHand });
  });
});
