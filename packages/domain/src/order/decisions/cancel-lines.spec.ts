import { describe, expect, it } from "vitest";
import { LineId, PaymentId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import {
  catalogLine,
  clerk,
  customLine,
  fixed,
  later,
  placeOrder,
} from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { confirmed, history, orderAfter, smallOrder } from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";

const meta = { at: later, actor: clerk };

describe("cancelLines", () => {
  it("gives up units and keeps the order", () => {
    const lines = [units("line-1", 1)];
    given(...history(smallOrder()))
      .when(tell.cancelLines(...lines))
      .thenHappens({ type: "order.lines_canceled", ...meta, lines, reason: "sold out" });
  });

  it("takes the line's frozen share with each unit, the last unit what is left", () => {
    const order = placeOrder({ lines: [catalogLine(3)], discounts: [fixed(100)] });
    const totals = (units_: number) =>
      orderTotals(
        orderAfter(order, ...(units_ > 0 ? [tell.cancelLines(units("line-1", units_))] : [])),
      );
    // 3 × 1999 − 100 = 5897, tax 1120; per unit 1999 − 33 + 373, two 3998 − 67 + 747.
    expect([0, 1, 2, 3].map((n) => totals(n).canceled)).toEqual([0, 2339, 4678, 7017]);
    expect([0, 1, 2, 3].map((n) => totals(n).current)).toEqual([7017, 4678, 2339, 0]);
  });

  it("ends the order with its last units, and its money with it", () => {
    const lines = [units("line-1", 2), units("line-2", 1)];
    given(...history(smallOrder(), tell.record(2500)))
      .when(tell.cancelLines(...lines))
      .thenHappens(
        { type: "order.lines_canceled", ...meta, lines, reason: "sold out" },
        { type: "order.canceled", ...meta, cancellation: { reason: "sold out", note: null } },
        {
          type: "payment.refund_requested",
          ...meta,
          paymentId: PaymentId("payment-1"),
          operation: 3,
          amount: 2500,
        },
      );
  });

  it("refuses the last units while a payment's outcome is unknown, but not others", () => {
    const unknown = history(
      smallOrder(),
      tell.cancelLines(units("line-1", 2)),
      tell.authorize(500),
      tell.settle(1, "unknown"),
    );
    expect(given(...unknown).when(tell.cancelLines(units("line-2", 1))).decision).toMatchObject({
      error: { type: "PaymentOutcomeIsUnknown" },
    });
    const more = history(smallOrder(), tell.authorize(500), tell.settle(1, "unknown"));
    expect(
      given(...more)
        .when(tell.cancelLines(units("line-2", 1)))
        .decision.isOk(),
    ).toBe(true);
  });

  it("refuses units that a fulfillment holds", () => {
    given(...history(...confirmed, tell.fulfill([units("line-1", 1)])))
      .when(tell.cancelLines(units("line-1", 2)))
      .thenRejects({
        type: "QuantityExceedsWhatIsLeft",
        path: ["lines", 0, "quantity"],
        lineId: LineId("line-1"),
        requested: 2,
        left: 1,
      });
  });

  it.each([
    [[], { type: "AtLeastOneLineIsNeeded", path: ["lines"] }],
    [
      [units("line-9", 1)],
      { type: "OrderHasNoSuchItem", item: "line", path: ["lines", 0, "lineId"], id: "line-9" },
    ],
    [
      [units("line-1", 1), units("line-1", 1)],
      { type: "LineIsNamedTwice", path: ["lines", 1, "lineId"], lineId: LineId("line-1") },
    ],
    [
      [units("line-1", 0)],
      { type: "QuantityMustBeAPositiveInteger", path: ["lines", 0, "quantity"] },
    ],
    [
      [units("line-1", 1.5)],
      { type: "QuantityMustBeAPositiveInteger", path: ["lines", 0, "quantity"] },
    ],
  ] as const)("names the fault: case %#", (lines, rejection) => {
    given(...history(smallOrder()))
      .when(tell.cancelLines(...lines))
      .thenRejects(rejection);
  });

  it("prices each unit of a line on its own line", () => {
    const order = orderAfter(
      placeOrder({ lines: [customLine(1, 3), customLine(2, 10, { id: "line-2" })] }),
      tell.cancelLines(units("line-2", 1)),
    );
    expect(orderTotals(order)).toMatchObject({ total: 23, canceled: 10, current: 13, balance: 13 });
  });
});
