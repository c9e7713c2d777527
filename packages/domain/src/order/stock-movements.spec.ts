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
import { draftOrder, placeDraft, updateDraft } from "../testing/drafts.ts";
import { moved } from "../testing/exploration/stock-of.ts";
import {
  completed,
  confirmed,
  delivered,
  history,
  orderAfter,
  shipped,
  smallOrder,
} from "../testing/history.ts";
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
  it("are none for every other event, each answered with an empty list", () => {
    const moving = [
      "order.placed",
      "order.exchange_created",
      "order.edit_confirmed",
      "order.lines_canceled",
      "order.expired",
      "order.canceled",
      "fulfillment.shipped",
      "return.received",
    ];
    const lives: readonly (readonly OrderCommand[])[] = [
      [draftOrder(), updateDraft(), placeDraft()],
      [
        smallOrder(),
        tell.hold(),
        tell.release(),
        tell.change({ note: "ring" }),
        tell.archive(),
        tell.unarchive(),
        edit,
        tell.declineEdit(),
        tell.credit(1),
        tell.authorize(10),
        tell.settle(1),
        tell.capture(2),
        tell.settle(2, "unknown"),
        tell.settle(2, "failed"),
        tell.void(),
        tell.record(5, { id: "payment-2" }),
        tell.refund(1, "payment-2"),
        tell.confirm(),
        tell.fulfill([units("line-1", 1)]),
        tell.pack(),
        tell.track(["T"]),
        tell.cancelFulfillment(),
      ],
      [
        ...completed,
        tell.requestReturn([units("line-1", 1)]),
        tell.cancelReturn(),
        tell.requestReturn([units("line-1", 1)], "return-2"),
        tell.reject("return-2"),
        tell.requestReturn([units("line-1", 1)], "return-3"),
        tell.approve("return-3"),
        tell.receive([receipt("line-1", 1)], "return-3"),
        tell.closeReturn("return-3"),
      ],
    ];
    const still = new Set<string>();
    for (const commands of lives) {
      let order: Order | undefined;
      for (const event of history(...commands)) {
        if (!moving.includes(event.type)) {
          expect([event.type, stockMovements(order, event)]).toEqual([event.type, []]);
          still.add(event.type);
        }
        order = evolve(order, event);
      }
    }
    expect(still.size).toBe(30);
  });

  it("take the very edit and fulfillment that the event names", () => {
    const other = tell.propose(
      [{ type: "add_line", line: catalogLine(5, product(), "line-9") }],
      "edit-2",
    );
    const before = orderAfter(
      smallOrder(),
      edit,
      tell.declineEdit(),
      tell.confirm(),
      tell.fulfill([units("line-2", 1)], "fulfillment-1"),
      tell.fulfill([units("line-1", 2)], "fulfillment-2"),
      other,
    );
    const [confirmedEdit] = eventsOf(before, tell.confirmEdit("edit-2"));
    const [left] = eventsOf(before, tell.ship("fulfillment-2"));
    expect(confirmedEdit && stockMovements(before, confirmedEdit)).toEqual([
      { productId: "product-1", reserved: 5, onHand: 0 },
    ]);
    expect(left && stockMovements(before, left)).toEqual([
      { productId: "product-1", reserved: -2, onHand: -2 },
    ]);
  });

  it("leave out a product for which claims and releases cancel out", () => {
    const swap = tell.propose([
      { type: "remove_line", lineId: LineId("line-1") },
      { type: "add_line", line: catalogLine(2, product(), "line-3") },
    ]);
    const before = orderAfter(smallOrder(), swap);
    expect(movements(before, eventsOf(before, tell.confirmEdit()))).toEqual([]);
  });

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
