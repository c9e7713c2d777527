import { describe, expect, it } from "vitest";
import { cancelOrder, eventsOf, placeOrder } from "../testing/fixtures.ts";
import { allowedActions } from "./allowed-actions.ts";
import { decide } from "./decide.ts";
import { replay } from "./evolve.ts";
import { lifecycle, permits, statusForbids } from "./lifecycle.ts";
import { orderStatuses } from "./order.ts";

const placed = eventsOf(undefined, placeOrder());
const pending = replay(placed);
const orders = {
  none: undefined,
  pending,
  canceled: replay([...placed, ...eventsOf(pending, cancelOrder())]),
};
const commands = { place: placeOrder(), cancel: cancelOrder() };
const statuses = ["none", ...orderStatuses] as const;
const pairs = statuses.flatMap((status) =>
  (["place", "cancel"] as const).map((command) => ({ status, command })),
);

describe("the lifecycle table", () => {
  it("has a row for every status", () => {
    expect(Object.keys(lifecycle)).toEqual(statuses);
  });

  it.each(pairs)("$status × $command: decide does what the table says", ({ status, command }) => {
    const order = orders[status];
    const row: Partial<Record<string, string>> = lifecycle[status];
    const decision = decide(order, commands[command]);

    expect(decision.isOk()).toBe(permits(status, command));
    expect(
      decision.match(
        (events) => replay([...(order ? placed : []), ...events])?.status,
        (rejection) => rejection,
      ),
    ).toEqual(row[command] ?? statusForbids(status, command));
  });

  it.each(orderStatuses)(
    "%s: allowedActions lists what decide accepts, with the reason for the rest",
    (status) => {
      const order = orders[status];
      if (order === undefined) throw new Error(`no ${status} order`);
      for (const permission of allowedActions(order)) {
        const decision = decide(order, commands[permission.command]);
        expect(permission.allowed).toBe(decision.isOk());
        if (!permission.allowed) expect(decision._unsafeUnwrapErr()).toEqual(permission.because);
      }
      expect(allowedActions(order).map(({ command }) => command)).toEqual(["place", "cancel"]);
    },
  );
});
