import { describe, expect, it } from "vitest";
import { EditId, FulfillmentId, HoldId, ReturnId } from "../shared/ids.ts";
import { receipt, tell, units } from "../testing/commands.ts";
import { draftOrder, updateDraft } from "../testing/drafts.ts";
import { cancelOrder, clerk, contractExample, eventsOf, later, noon } from "../testing/fixtures.ts";
import { completed, confirmed, history, smallOrder } from "../testing/history.ts";
import type { OrderCommand } from "./order-command.ts";
import type { OrderEvent } from "./order-event.ts";
import { evolve, replay } from "./evolve.ts";

const at = { at: later, actor: clerk };
const journals: [string, readonly OrderCommand[], readonly OrderEvent[]][] = [
  ["a second draft", [smallOrder()], history(draftOrder())],
  ["a draft update", [smallOrder()], history(draftOrder(), updateDraft()).slice(1)],
  ["a confirmation", confirmed, [{ type: "order.confirmed", ...at }]],
  ["a completion", [smallOrder()], [{ type: "order.completed", ...at }]],
  ["a reopening", confirmed, [{ type: "order.reopened", ...at }]],
  ["an expiry", confirmed, [{ type: "order.expired", ...at }]],
  ["canceled lines", completed, [{ type: "order.lines_canceled", ...at, lines: [], reason: "" }]],
  ["a cancellation", completed, history(smallOrder(), cancelOrder()).slice(1)],
  ["a hold", [draftOrder()], history(smallOrder(), tell.hold()).slice(1)],
  [
    "an edit's confirmation",
    [smallOrder()],
    [{ type: "order.edit_confirmed", ...at, editId: EditId("edit-1") }],
  ],
  ["a release", [smallOrder()], [{ type: "order.hold_released", ...at, holdId: HoldId("hold-1") }]],
  [
    "a shipment",
    confirmed,
    [{ type: "fulfillment.shipped", ...at, fulfillmentId: FulfillmentId("f") }],
  ],
  ["a closed return", confirmed, [{ type: "return.closed", ...at, returnId: ReturnId("r") }]],
];

const placed = eventsOf(undefined, contractExample());
const pending = replay(placed);
const canceled = eventsOf(pending, cancelOrder());

describe("evolve", () => {
  it("makes a pending order of the placement, its books empty and no unit moved", () => {
    const [event] = placed;
    if (event?.type !== "order.placed") throw new Error("not placed");
    const { terms, contents } = event;
    const unmoved = { canceled: 0, fulfilled: 0, shipped: 0, delivered: 0 };
    const kept = { returnRequested: 0, returned: 0, writtenOff: 0 };
    expect(pending).toEqual({
      ...terms,
      ...contents,
      lines: contents.lines.map((line) => ({ ...line, ...unmoved, ...kept })),
      status: "pending",
      version: 1,
      internalNote: null,
      expiresAt: null,
      createdAt: noon,
      updatedAt: noon,
      placedAt: noon,
      archivedAt: null,
      confirmedAt: null,
      completedAt: null,
      canceledAt: null,
      cancellation: null,
      payments: [],
      fulfillments: [],
      returns: [],
      exchanges: [],
      edits: [],
      holds: [],
      creditLines: [],
    });
  });

  it("ends the order with the cancellation, its units canceled, and keeps everything else", () => {
    expect(replay([...placed, ...canceled])).toEqual({
      ...pending,
      lines: pending?.lines.map((line) => ({ ...line, canceled: line.quantity })),
      status: "canceled",
      version: 2,
      updatedAt: later,
      canceledAt: later,
      cancellation: { reason: "changed mind", note: null },
    });
  });

  it("gives the same state event by event, at once, and from the stored JSON", () => {
    let stepwise = undefined as ReturnType<typeof replay>;
    for (const event of [...placed, ...canceled])
      stepwise = evolve(
        stepwise && JSON.parse(JSON.stringify(stepwise)),
        JSON.parse(JSON.stringify(event)),
      );
    expect(stepwise).toEqual(replay([...placed, ...canceled]));
  });

  it("knows no order from an empty journal", () => {
    expect(replay([])).toBeUndefined();
  });

  it("throws at an event that cannot follow", () => {
    expect(() => replay(canceled)).toThrow("order.canceled cannot follow status none");
    expect(() => replay([...placed, ...canceled, ...canceled])).toThrow("status canceled");
    expect(() => replay([...placed, ...placed])).toThrow("order.placed cannot follow");
  });

  it.each(journals)("throws when %s is told of the wrong order", (_, journal, event) => {
    expect(() => replay([...history(...journal), ...event])).toThrow(/cannot follow|names/);
  });

  it("splits the journal of a whole life anywhere and still arrives at the same state", () => {
    const life = history(
      ...completed,
      tell.requestReturn([units("line-1", 2)]),
      tell.approve(),
      tell.receive([receipt("line-1", 1), receipt("line-1", 1, "write_off")]),
      tell.closeReturn(),
      tell.refund(),
      tell.archive(),
      tell.change({ internalNote: "done" }),
    );
    const whole = replay(life);
    expect(whole?.version).toBe(life.length);
    for (const split of life.keys()) {
      let order = replay(life.slice(0, split));
      for (const event of life.slice(split)) order = evolve(order, event);
      expect(order).toEqual(whole);
    }
  });
});
