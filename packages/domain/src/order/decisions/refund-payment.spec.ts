import { describe, expect, it } from "vitest";
import { PaymentId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { cancelOrder, clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, smallOrder } from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";
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
  it("gives back all that was paid beyond the total when no amount is named", () => {
    given(...history(...credited))
      .when(tell.refund())
      .thenHappens(asked(3, 700));
  });

  it("gives back parts, counting what is on its way", () => {
    given(...history(...credited, tell.refund(200)))
      .when(tell.refund())
      .thenHappens(asked(4, 500));
    given(...history(...credited, tell.refund(200), tell.settle(3)))
      .when(tell.refund())
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
      tell.refund(),
      tell.settle(3),
    );
    expect(orderTotals(order)).toMatchObject({ captured: 2500, refunded: 500, balance: 0 });
    expect(refundStatus(order)).toBe("partial");
  });

  it("refuses a refund that no lower total pairs with", () => {
    given(...history(...paid))
      .when(tell.refund(1))
      .thenRejects({ type: "RefundNeedsALowerTotal", path: ["amount"], requested: 1, limit: 0 });
    expect(
      given(...history(...paid))
        .when(tell.refund())
        .decision.isErr(),
    ).toBe(true);
    given(...history(...credited))
      .when(tell.refund(701))
      .thenRejects({
        type: "RefundNeedsALowerTotal",
        path: ["amount"],
        requested: 701,
        limit: 700,
      });
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
