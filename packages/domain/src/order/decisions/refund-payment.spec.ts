import { describe, expect, it } from "vitest";
import { CreditLineId, PaymentId } from "../../shared/ids.ts";
import { limits } from "../../shared/limits.ts";
import { tell, units } from "../../testing/commands.ts";
import { cancelOrder, clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { completed, history, orderAfter, smallOrder } from "../../testing/history.ts";
import { allowedActions } from "../allowed-actions.ts";
import { orderTotals } from "../order-totals.ts";
import type { Order } from "../order.ts";
import { paymentStatus } from "../payments/payment-status.ts";
import { refundStatus } from "../payments/refund-status.ts";

const paid = [smallOrder(), tell.record(2500)];
const credited = [...paid, tell.credit(700)];
const asked = (operation: number, amount: number) => ({
  type: "payment.refund_requested" as const,
  at: later,
  actor: clerk,
  paymentId: PaymentId("payment-1"),
  operation,
  amount,
});

describe("refundPayment", () => {
  it("gives back what was paid beyond the total without lowering it further", () => {
    given(...history(...credited))
      .when(tell.refund(700))
      .thenHappens(asked(3, 700));
  });

  it("gives back parts, counting what is on its way", () => {
    given(...history(...credited, tell.refund(200)))
      .when(tell.refund(500))
      .thenHappens(asked(4, 500));
    given(...history(...credited, tell.refund(200), tell.settle(3)))
      .when(tell.refund(500))
      .thenHappens(asked(4, 500));
  });

  it("has again what a failed refund did not give, also of a canceled order", () => {
    given(...history(...paid, cancelOrder(), tell.settle(3, "failed")))
      .when(tell.refund())
      .thenHappens(asked(4, 2500));
  });

  it("pairs with a canceled line, and the balance comes out even", () => {
    const order = orderAfter(
      ...paid,
      tell.cancelLines(units("line-2", 1)),
      tell.refund(500),
      tell.settle(3),
    );
    expect(orderTotals(order)).toMatchObject({ captured: 2500, refunded: 500, balance: 0 });
    expect(refundStatus(order)).toBe("partial");
  });

  const credit = (amount: number, reason = "refund") => ({
    type: "order.credit_line_added" as const,
    at: later,
    actor: clerk,
    creditLineId: CreditLineId("credit-of-refund"),
    amount,
    reason,
  });

  it("lowers the total by what was not paid beyond it", () => {
    given(...history(...paid))
      .when(tell.refund(1))
      .thenHappens(credit(1), asked(3, 1));
    given(...history(...credited))
      .when(tell.refund(701))
      .thenHappens(credit(1), asked(3, 701));
    given(...history(...credited))
      .when(tell.refund())
      .thenHappens(credit(1800), asked(3, 2500));
  });

  it("counts what went back and what is on its way against what the payment holds", () => {
    const second = [
      ...paid,
      tell.refund(200),
      tell.settle(3),
      tell.refund(300, "payment-1", "c-2"),
    ];
    given(...history(...second))
      .when(tell.refund(2001, "payment-1", "c-3"))
      .thenRejects({
        type: "RefundExceedsCapture",
        path: ["amount"],
        requested: 2001,
        limit: 2000,
      });
  });

  it("forgives nothing of what is still due", () => {
    const order = orderAfter(smallOrder(), tell.record(1000), tell.refund(400), tell.settle(3));
    expect(orderTotals(order)).toMatchObject({
      credited: 400,
      current: 2100,
      captured: 1000,
      refunded: 400,
      balance: 1500,
    });
  });

  it("gives back a part of several payments, until the order costs nothing", () => {
    const order = orderAfter(
      smallOrder(),
      tell.record(1000),
      tell.record(1500, { id: "payment-2" }),
      tell.refund(null, "payment-2", "credit-1"),
      tell.refund(null, "payment-1", "credit-2"),
      tell.settle(3, "succeeded", "payment-1"),
      tell.settle(3, "succeeded", "payment-2"),
    );
    expect(orderTotals(order)).toMatchObject({ current: 0, refunded: 2500, balance: 0 });
    expect(order.creditLines.map(({ amount }) => amount)).toEqual([1500, 1000]);
    expect(refundStatus(order)).toBe("full");
  });

  it("credits once when a failed refund is asked for again", () => {
    given(...history(...paid, tell.refund(300), tell.settle(3, "failed")))
      .when(tell.refund(300))
      .thenHappens(asked(4, 300));
  });

  it("keeps the order completed", () => {
    const order = orderAfter(...completed, tell.refund(500), tell.settle(3));
    expect([order.status, paymentStatus(order)]).toEqual(["completed", "paid"]);
  });

  it("notes the reason that it is given", () => {
    given(...history(...paid))
      .when({ ...tell.refund(5), reason: "scratched" })
      .thenHappens(credit(5, "scratched"), asked(3, 5));
    given(...history(...paid))
      .when({ ...tell.refund(5), reason: null })
      .thenHappens(credit(5), asked(3, 5));
  });

  it("wants a new id for the credit line, when it needs one", () => {
    given(...history(...credited))
      .when(tell.refund(701, "payment-1", "credit-1"))
      .thenRejects({ type: "IdIsTaken", path: ["creditLineId"], id: "credit-1" });
    given(...history(...credited))
      .when(tell.refund(700, "payment-1", "credit-1"))
      .thenHappens(asked(3, 700));
  });

  it("wants room for the credit line, when it needs one", () => {
    const credits = Array.from({ length: limits.creditLinesPerOrder }, (_, n) =>
      tell.credit(1, `credit-${n}`),
    );
    const full = history(...paid, ...credits);
    given(...full)
      .when(tell.refund(101))
      .thenRejects({ type: "TooManyItems", path: ["creditLines"], limit: 100 });
    given(...full)
      .when(tell.refund(100))
      .thenHappens(asked(3, 100));
    const isAllowed = (order: Order) =>
      allowedActions(order).find(({ command }) => command === "refundPayment")?.allowed;
    expect(isAllowed(orderAfter(...paid, ...credits))).toBe(true);
    expect(isAllowed(orderAfter(...paid, ...credits, tell.refund(100)))).toBe(false);
    expect(isAllowed(orderAfter(...paid, ...credits.slice(1), tell.refund(99)))).toBe(true);
  });

  it("refuses more than this payment holds", () => {
    given(...history(smallOrder(), tell.record(100), tell.record(2500, { id: "payment-2" })))
      .when(tell.refund(101))
      .thenRejects({ type: "RefundExceedsCapture", path: ["amount"], requested: 101, limit: 100 });
  });

  it("refuses when nothing is captured", () => {
    given(...history(smallOrder(), tell.authorize(2500), tell.settle(1)))
      .when(tell.refund())
      .thenRejects({ type: "NothingIsLeftToRefund" });
  });

  it("refuses what is no amount, and an unknown payment", () => {
    given(...history(...credited))
      .when(tell.refund(0))
      .thenRejects({ type: "AmountMustBeAPositiveInteger", path: ["amount"] });
    expect(given(...history(...credited)).when(tell.refund(1, "other")).decision).toMatchObject({
      error: { type: "OrderHasNoSuchItem", item: "payment" },
    });
  });
});
