import { describe, expect, it } from "vitest";
import { PaymentId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { cancelOrder, clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, smallOrder } from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";

const meta = { at: later, actor: clerk };
const paymentId = PaymentId("payment-1");
const recorded = {
  type: "payment.recorded",
  ...meta,
  paymentId,
  amount: 2500,
  provider: "manual",
  reference: "receipt 7",
} as const;

describe("recordPayment", () => {
  it("takes down money that came", () => {
    given(...history(smallOrder()))
      .when(tell.record(2500))
      .thenHappens({ ...recorded, capture: true });
    expect(orderTotals(orderAfter(smallOrder(), tell.record(2500)))).toMatchObject({
      authorized: 0,
      captured: 2500,
      balance: 0,
    });
  });

  it("takes down money that was only promised", () => {
    const order = orderAfter(smallOrder(), tell.record(2500, { capture: false }));
    expect(orderTotals(order)).toMatchObject({ authorized: 2500, captured: 0, balance: 2500 });
    expect(order.payments[0]?.operations).toMatchObject([
      { number: 1, type: "authorization", status: "succeeded", settledAt: later },
    ]);
  });

  it("gives back at once what comes for a canceled order, which stays canceled", () => {
    const late = history(smallOrder(), cancelOrder());
    given(...late)
      .when(tell.record(2500))
      .thenHappens(
        { ...recorded, capture: true },
        { type: "payment.refund_requested", ...meta, paymentId, operation: 3, amount: 2500 },
      );
    given(...late)
      .when(tell.record(2500, { capture: false }))
      .thenHappens(
        { ...recorded, capture: false },
        { type: "payment.void_requested", ...meta, paymentId, operation: 2, amount: 2500 },
      );
    expect(orderAfter(smallOrder(), cancelOrder(), tell.record(2500)).status).toBe("canceled");
  });

  it("refuses what is no amount", () => {
    given(...history(smallOrder()))
      .when(tell.record(0))
      .thenRejects({ type: "AmountMustBeAPositiveInteger", path: ["amount"] });
  });
});
