import { describe, expect, it } from "vitest";
import { limits } from "../../shared/limits.ts";
import { tell } from "../../testing/commands.ts";
import { cancelOrder } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, smallOrder } from "../../testing/history.ts";
import { allowedActions } from "../allowed-actions.ts";
import type { OrderCommand, OrderCommandType } from "../order-command.ts";

const full = { type: "TooManyItems", path: ["operations"], limit: 200 } as const;

/** A payment of 1000 promised, of which 1 was taken in a capture for each operation after the first. */
const captures = (operations: number): readonly OrderCommand[] => [
  smallOrder(),
  tell.authorize(1000),
  tell.settle(1),
  ...Array.from({ length: operations - 1 }, (_, n) => [tell.capture(1), tell.settle(n + 2)]).flat(),
];
const atLimit = captures(limits.operationsPerPayment);
const beforeLimit = captures(limits.operationsPerPayment - 1);

const permission = (commands: readonly OrderCommand[], command: OrderCommandType) =>
  allowedActions(orderAfter(...commands)).find((candidate) => candidate.command === command);

describe("the bound of a payment's operations", () => {
  const asking: [OrderCommandType, OrderCommand][] = [
    ["capturePayment", tell.capture(1)],
    ["voidPayment", tell.void()],
    ["refundPayment", tell.refund(1)],
  ];

  it.each(asking)("holds for %s", (type, command) => {
    given(...history(...atLimit))
      .when(command)
      .thenRejects(full);
    expect(permission(atLimit, type)).toEqual({ command: type, allowed: false, because: full });
  });

  it.each(asking)("leaves %s the last place", (type, command) => {
    expect(
      given(...history(...beforeLimit))
        .when(command)
        .decision.isOk(),
    ).toBe(true);
    expect(permission(beforeLimit, type)?.allowed).toBe(true);
  });

  it("does not keep a cancellation from giving everything back", () => {
    const [, ...events] = given(...history(...atLimit))
      .when(cancelOrder())
      .decision._unsafeUnwrap();
    expect(events).toMatchObject([
      { type: "payment.void_requested", operation: 201, amount: 801 },
      { type: "payment.refund_requested", operation: 202, amount: 199 },
    ]);
  });
});
