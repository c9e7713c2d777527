import { describe, expect, it } from "vitest";
import { PaymentId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { cancelOrder, clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, smallOrder } from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";

const meta = { at: later, actor: clerk };
const paymentId = PaymentId("payment-1");
const requested = [smallOrder(), tell.authorize(2500)];
const authorized = [...requested, tell.settle(1)];
const outcome = (type: "succeeded" | "failed" | "unknown", operation = 1) => ({
  type: `payment.operation_${type}` as const,
  ...meta,
  paymentId,
  operation,
  reference: null,
  failure: type === "succeeded" ? null : type,
});
const follow = (kind: "capture" | "void" | "refund", operation: number, amount = 2500) => ({
  type: `payment.${kind}_requested` as const,
  ...meta,
  paymentId,
  operation,
  amount,
});

describe("settlePayment", () => {
  it.each(["succeeded", "failed", "unknown"] as const)(
    "takes down that an operation %s",
    (type) => {
      given(...history(...requested))
        .when(tell.settle(1, type))
        .thenHappens(outcome(type));
      expect(orderAfter(...requested, tell.settle(1, type)).payments[0]?.operations).toMatchObject([
        { status: type, settledAt: later, failure: type === "succeeded" ? null : type },
      ]);
    },
  );

  it.each(["succeeded", "failed"] as const)("resolves unknown to %s", (type) => {
    given(...history(...requested, tell.settle(1, "unknown")))
      .when(tell.settle(1, type))
      .thenHappens(outcome(type));
  });

  it("counts what succeeded, and nothing else", () => {
    const captured = [...authorized, tell.capture(1000)];
    const totals = (type: "succeeded" | "failed" | "unknown") =>
      orderTotals(orderAfter(...captured, tell.settle(2, type)));
    expect(totals("succeeded")).toMatchObject({ authorized: 1500, captured: 1000, balance: 1500 });
    expect(totals("failed")).toMatchObject({ authorized: 2500, captured: 0, balance: 2500 });
    expect(totals("unknown")).toMatchObject({ authorized: 2500, captured: 0, balance: 2500 });
  });

  it("keeps the provider's name for the payment once it is given", () => {
    const named = { ...tell.settle(1), reference: "ch_1" };
    const order = orderAfter(...requested, named, tell.capture(), tell.settle(2));
    expect(order.payments[0]?.reference).toBe("ch_1");
  });

  it("captures at once what was authorized to be captured", () => {
    given(...history(smallOrder(), tell.authorize(2500, { capture: true })))
      .when(tell.settle(1))
      .thenHappens(outcome("succeeded"), follow("capture", 2));
  });

  it("voids an authorization that a canceled order still gets, whether to be captured or not", () => {
    for (const capture of [true, false])
      given(...history(smallOrder(), tell.authorize(2500, { capture }), cancelOrder()))
        .when(tell.settle(1))
        .thenHappens(outcome("succeeded"), follow("void", 2));
  });

  it("refunds a capture that a canceled order still gets, and voids what a failed one leaves", () => {
    const canceled = history(...authorized, tell.capture(2000), cancelOrder(), tell.settle(3));
    given(...canceled)
      .when(tell.settle(2))
      .thenHappens(outcome("succeeded", 2), follow("refund", 4, 2000));
    given(...canceled)
      .when(tell.settle(2, "failed"))
      .thenHappens(outcome("failed", 2), follow("void", 4, 2000));
  });

  it("does not ask again for a void or refund that failed: a person decides", () => {
    given(...history(...authorized, cancelOrder()))
      .when(tell.settle(2, "failed"))
      .thenHappens(outcome("failed", 2));
  });

  it.each([
    ["succeeded", "failed"],
    ["failed", "succeeded"],
    ["succeeded", "succeeded"],
    ["unknown", "unknown"],
  ] as const)("refuses to make %s %s", (status, type) => {
    given(...history(...requested, tell.settle(1, status)))
      .when(tell.settle(1, type))
      .thenRejects({ type: "OperationIsSettled", paymentId, operation: 1, status });
  });

  it("refuses what the order does not have", () => {
    given(...history(...requested))
      .when(tell.settle(2))
      .thenRejects({ type: "OrderHasNoSuchItem", item: "operation", path: ["operation"], id: "2" });
    given(...history(smallOrder()))
      .when(tell.settle(1))
      .thenRejects({
        type: "OrderHasNoSuchItem",
        item: "payment",
        path: ["paymentId"],
        id: "payment-1",
      });
  });
});
