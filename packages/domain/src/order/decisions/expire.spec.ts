import { describe, expect, it } from "vitest";
import { PaymentId } from "../../shared/ids.ts";
import { Timestamp } from "../../shared/timestamp.ts";
import { tell } from "../../testing/commands.ts";
import { later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, smallOrder } from "../../testing/history.ts";

const expiring = smallOrder({ expiresAt: later });

describe("expire", () => {
  it("ends a pending order whose deadline has come, and gives its money back", () => {
    expect(orderAfter(expiring, tell.record(2500), tell.expire())).toMatchObject({
      status: "canceled",
      canceledAt: later,
      cancellation: { reason: "expired", note: null },
      lines: [{ canceled: 2 }, { canceled: 1 }],
      payments: [{ operations: [{}, {}, { type: "refund", amount: 2500, status: "requested" }] }],
    });
  });

  it("refuses before the deadline", () => {
    given(...history(expiring))
      .when(tell.expire(Timestamp(later - 1)))
      .thenRejects({ type: "DeadlineHasNotPassed", deadline: later });
  });

  it("refuses without a deadline", () => {
    given(...history(smallOrder()))
      .when(tell.expire())
      .thenRejects({ type: "OrderHasNoDeadline" });
  });

  it("refuses while a payment's outcome is unknown", () => {
    given(...history(expiring, tell.authorize(2500), tell.settle(1, "unknown")))
      .when(tell.expire())
      .thenRejects({
        type: "PaymentOutcomeIsUnknown",
        paymentId: PaymentId("payment-1"),
        operation: 1,
      });
  });
});
