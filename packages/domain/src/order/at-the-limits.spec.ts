import { describe, expect, it } from "vitest";
import { tell, units } from "../testing/commands.ts";
import { customLine } from "../testing/fixtures.ts";
import { given } from "../testing/given.ts";
import { history, smallOrder } from "../testing/history.ts";
import type { OrderCommand } from "./order-command.ts";

const times = (count: number, commands: (n: number) => readonly OrderCommand[]) =>
  Array.from({ length: count }, (_, n) => commands(n)).flat();
const gift = tell.propose([{ type: "add_line", line: customLine(1, 1, { id: "gift" }) }], "last");

/** What was done as often as can be, what is done once more, and which list has no room for it. */
const lists: [readonly OrderCommand[], OrderCommand, string, number][] = [
  [times(100, (n) => [tell.credit(1, `credit-${n}`)]), tell.credit(1, "last"), "creditLines", 100],
  [times(100, (n) => [tell.hold(`hold-${n}`)]), tell.hold("last"), "holds", 100],
  [
    times(100, (n) => [tell.record(1, { id: `payment-${n}` })]),
    tell.record(1, { id: "last" }),
    "payments",
    100,
  ],
  [
    times(500, (n) => [tell.propose(gift.operations, `edit-${n}`), tell.declineEdit(`edit-${n}`)]),
    gift,
    "edits",
    500,
  ],
  [
    [
      tell.confirm(),
      ...times(500, (n) => [
        tell.fulfill([units("line-1", 1)], `fulfillment-${n}`),
        tell.cancelFulfillment(`fulfillment-${n}`),
      ]),
    ],
    tell.fulfill([units("line-1", 1)], "last"),
    "fulfillments",
    500,
  ],
];

describe("a list at its limit", () => {
  it.each(lists)("has no room for more: case %#", (before, once, list, limit) => {
    const journal = history(smallOrder(), ...before);
    given(...journal)
      .when(once)
      .thenRejects({ type: "TooManyItems", path: [list], limit });
    const room = history(smallOrder(), ...before.slice(0, list === "edits" ? -2 : -1));
    if (list !== "fulfillments")
      expect(
        given(...room)
          .when(once)
          .decision.isOk(),
      ).toBe(true);
  });
});
