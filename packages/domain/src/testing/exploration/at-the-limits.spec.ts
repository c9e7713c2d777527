import { describe, expect, it, vi } from "vitest";
import type { limits as real } from "../../shared/limits.ts";
import { customLine, placeOrder } from "../fixtures.ts";
import { explore } from "./explore.ts";
import { domain } from "./subject.ts";
import { changesWorld, moneyWorld } from "./worlds.ts";

// Limits so tight that a small world runs into every one of them.
vi.mock("../../shared/limits.ts", async (original) => {
  const { limits } = await original<{ readonly limits: typeof real }>();
  return {
    limits: {
      ...limits,
      linesPerOrder: 2,
      shippingLinesPerOrder: 1,
      paymentsPerOrder: 1,
      operationsPerPayment: 4,
      fulfillmentsPerOrder: 2,
      returnsPerOrder: 1,
      editsPerOrder: 6,
      creditLinesPerOrder: 1,
    },
  };
});

// The worlds have more room than the limits, so that whatever is refused is refused by a limit.
const room = { lines: 9, payments: 9, creditLines: 9, edits: 9 };
const small = placeOrder({
  terms: { paymentTerms: "onAccount" },
  lines: [customLine(2, 5)],
});

describe("the exploration at the limits", { timeout: 120_000 }, () => {
  it.each([
    {
      ...changesWorld,
      name: "changes",
      beginnings: [small],
      commands: [
        "confirm",
        "cancel",
        "cancelLines",
        "proposeEdit",
        "confirmEdit",
        "declineEdit",
        "createFulfillment",
        "shipFulfillment",
        "deliverFulfillment",
        "createExchange",
      ] as const,
      bounds: { ...changesWorld.bounds, ...room },
    },
    {
      ...moneyWorld,
      beginnings: [small],
      bounds: { ...moneyWorld.bounds, ...room, outcomes: ["succeeded", "failed"] as const },
    },
  ])("lists exactly what can be accepted in the world of $name", (world) => {
    const { violations, states } = explore(domain, world);
    expect(violations.map(({ broken, command }) => [broken, command?.type])).toEqual([]);
    expect(states).toBeGreaterThan(100);
  });
});
