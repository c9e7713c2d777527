import { err, ok } from "neverthrow";
import { expect } from "vitest";
import { decide } from "../order/decide.ts";
import { replay } from "../order/evolve.ts";
import type { OrderCommand } from "../order/order-command.ts";
import type { OrderEvent } from "../order/order-event.ts";
import type { OrderRejection } from "../order/order-rejection.ts";

/** given(what happened).when(command).thenHappens(events) or .thenRejects(why). */
export const given = (...events: readonly OrderEvent[]) => ({
  when: (command: OrderCommand) => {
    const decision = decide(replay(events), command);
    return {
      decision,
      thenHappens: (...expected: readonly OrderEvent[]): void => {
        expect(decision).toEqual(ok(expected));
      },
      thenRejects: (expected: OrderRejection): void => {
        expect(decision).toEqual(err(expected));
      },
    };
  },
});
