import { describe, expect, it } from "vitest";
import { cancelOrder, contractExample, eventsOf, later, noon } from "../testing/fixtures.ts";
import { evolve, replay } from "./evolve.ts";

const placed = eventsOf(undefined, contractExample());
const pending = replay(placed);
const canceled = eventsOf(pending, cancelOrder());

describe("evolve", () => {
  it("makes a pending order of the placement", () => {
    const [event] = placed;
    expect(pending).toEqual({
      ...(event?.type === "order.placed" ? { ...event.terms, ...event.contents } : {}),
      status: "pending",
      version: 1,
      createdAt: noon,
      updatedAt: noon,
      placedAt: noon,
    });
  });

  it("ends the order with the cancellation and keeps everything else", () => {
    expect(replay([...placed, ...canceled])).toEqual({
      ...pending,
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
  });
});
