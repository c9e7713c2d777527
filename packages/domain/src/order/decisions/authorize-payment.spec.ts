import { describe, expect, it } from "vitest";
import { PaymentId } from "../../shared/ids.ts";
import { limits } from "../../shared/limits.ts";
import { tell } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, smallOrder } from "../../testing/history.ts";

describe("authorizePayment", () => {
  it("asks the provider, and promises nothing until it answers", () => {
    given(...history(smallOrder()))
      .when(tell.authorize(2500, { capture: true }))
      .thenHappens({
        type: "payment.authorization_requested",
        at: later,
        actor: clerk,
        paymentId: PaymentId("payment-1"),
        amount: 2500,
        provider: "simulated",
        reference: null,
        capture: true,
      });
    expect(orderAfter(smallOrder(), tell.authorize(2500)).payments).toEqual([
      {
        id: "payment-1",
        provider: "simulated",
        reference: null,
        amount: 2500,
        capture: false,
        createdAt: later,
        operations: [
          {
            number: 1,
            type: "authorization",
            amount: 2500,
            status: "requested",
            requestedAt: later,
            settledAt: null,
            failure: null,
          },
        ],
      },
    ]);
  });

  it("refuses while the outcome of any operation is unknown", () => {
    given(...history(smallOrder(), tell.authorize(2500), tell.settle(1, "unknown")))
      .when(tell.authorize(2500, { id: "payment-2" }))
      .thenRejects({
        type: "PaymentOutcomeIsUnknown",
        paymentId: PaymentId("payment-1"),
        operation: 1,
      });
  });

  it.each([0, -1, 0.5, Number.MAX_SAFE_INTEGER + 1])("refuses the amount %d", (amount) => {
    given(...history(smallOrder()))
      .when(tell.authorize(amount))
      .thenRejects({ type: "AmountMustBeAPositiveInteger", path: ["amount"] });
  });

  it("refuses an id that a payment has", () => {
    given(...history(smallOrder(), tell.authorize(1)))
      .when(tell.authorize(1))
      .thenRejects({ type: "IdIsTaken", path: ["paymentId"], id: "payment-1" });
  });

  it("refuses payments that in sum leave the safe range", () => {
    given(...history(smallOrder(), tell.authorize(1)))
      .when(tell.authorize(Number.MAX_SAFE_INTEGER, { id: "payment-2" }))
      .thenRejects({ type: "AmountLeavesSafeRange", path: ["amount"] });
  });

  it("refuses more payments than an order may have", () => {
    const many = Array.from({ length: limits.paymentsPerOrder }, (_, n) =>
      tell.authorize(1, { id: `p-${n}` }),
    );
    given(...history(smallOrder(), ...many))
      .when(tell.authorize(1))
      .thenRejects({ type: "TooManyItems", path: ["payments"], limit: 100 });
  });
});
