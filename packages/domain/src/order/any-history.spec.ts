import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenInState } from "../testing/exploration/state-invariants.ts";
import { moved, stockOf } from "../testing/exploration/stock-of.ts";
import { brokenInTransition } from "../testing/exploration/transition-invariants.ts";
import { tell } from "../testing/commands.ts";
import { history } from "../testing/history.ts";
import { anyChoices, anyPlacement, pick } from "../testing/random-commands.ts";
import { allowedActions, allowedCommands } from "./allowed-actions.ts";
import { decide } from "./decide.ts";
import { describeRejection } from "./describe-rejection.ts";
import { evolve, replay } from "./evolve.ts";
import { explain } from "./explain.ts";
import type { OrderEvent } from "./order-event.ts";
import { currentTotal, orderTotals } from "./order-totals.ts";
import type { Order } from "./order.ts";
import { stockMovements } from "./stock-movements.ts";

/** JSON there and back, as a database would do. */
const stored = (value: Order): Order => JSON.parse(JSON.stringify(value));
const storedEvents = (value: readonly OrderEvent[]): readonly OrderEvent[] =>
  JSON.parse(JSON.stringify(value));

describe("any sequence of commands", () => {
  // Far lives: shipped, returned, edited, canceled late. Else the property would prove little.
  const seen = new Set<string>();

  it("conserves money, units and stock, decides the same twice, and replays to the same state", () => {
    fc.assert(
      fc.property(anyPlacement, fc.boolean(), anyChoices, (placement, isDelivered, choices) => {
        const onAccount = {
          ...placement,
          terms: { ...placement.terms, paymentTerms: "onAccount" as const },
        };
        const all = placement.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
        const journal: OrderEvent[] = [
          ...(isDelivered
            ? history(onAccount, tell.confirm(), tell.fulfill(all), tell.ship(), tell.deliver())
            : history(placement)),
        ];
        let order = replay(journal);
        for (const choice of choices) {
          const before: Order | undefined = order;
          const command = before && pick(before, choice);
          if (before === undefined || command === undefined) continue;
          const decision = decide(before, command);
          expect(decide(stored(before), command)).toEqual(decision);
          if (decision.isErr()) {
            expect(describeRejection(decision.error)).toMatch(/\.$/);
            continue;
          }
          const permissions = allowedActions(before);
          expect(
            permissions.find((permission) => permission.command === command.type)?.allowed,
          ).toBe(true);
          expect(allowedCommands(before)).toEqual(
            permissions.filter(({ allowed }) => allowed).map((permission) => permission.command),
          );

          let stock = stockOf(before);
          let after: Order = before;
          for (const event of decision.value) {
            stock = moved(stock, stockMovements(after, event));
            after = evolve(after, event);
            journal.push(event);
            seen.add(event.type);
          }
          expect(stock).toEqual(stockOf(after));
          expect(brokenInState(after, currentTotal(after))).toEqual([]);
          expect(brokenInTransition({ before, command, events: decision.value, after })).toEqual(
            [],
          );
          order = after;
        }
        expect(replay(storedEvents(journal))).toEqual(order);
        if (order) expectSumsToHold(order);
      }),
      { numRuns: 400, seed: 20_261_122 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "order.completed",
        "order.edit_confirmed",
        "order.exchange_created",
        "order.credit_line_added",
        "return.received",
        "payment.refund_requested",
        "payment.operation_unknown",
        "order.canceled",
        "order.expired",
      ]),
    );
  });
});

const expectSumsToHold = (order: Order): void => {
  const { total, canceled, returned, credited, current, captured, refunded, balance } =
    orderTotals(order);
  expect(total - canceled - returned - credited).toBe(current);
  expect(current - (captured - refunded)).toBe(balance);
  for (const subject of ["total", "balance"] as const) {
    const { result, steps } = explain(order, subject);
    expect(steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(result);
  }
};
