import { describe, expect, it } from "vitest";
import { PaymentId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, smallOrder } from "../../testing/history.ts";

const authorized = [smallOrder(), tell.authorize(2500), tell.settle(1)];
const asked = (operation: number, amount: number) => ({
  type: "payment.capture_requested" as const,
  at: later,
  actor: clerk,
  paymentId: PaymentId("payment-1"),
  operation,
  amount,
});

describe("capturePayment", () => {
  it("takes all that is left when no amount is named", () => {
    given(...history(...authorized))
      .when(tell.capture())
      .thenHappens(asked(2, 2500));
  });

  it("takes parts, as often as there is something left", () => {
    given(...history(...authorized, tell.capture(1000), tell.settle(2), tell.capture(500)))
      .when(tell.capture())
      .thenHappens(asked(4, 1000));
  });

  it("has again what a failed capture did not take", () => {
    given(...history(...authorized, tell.capture(), tell.settle(2, "failed")))
      .when(tell.capture(2500))
      .thenHappens(asked(3, 2500));
  });

  it("refuses more than is authorized and left", () => {
    given(...history(...authorized, tell.capture(1000)))
      .when(tell.capture(1501))
      .thenRejects({
        type: "CaptureExceedsAuthorization",
        path: ["amount"],
        requested: 1501,
        limit: 1500,
      });
  });

  it.each([
    ["nothing is authorized yet", [smallOrder(), tell.authorize(2500)]],
    ["the authorization failed", [smallOrder(), tell.authorize(2500), tell.settle(1, "failed")]],
    ["all is captured", [...authorized, tell.capture()]],
    ["all is voided", [...authorized, tell.void()]],
  ])("refuses when %s", (_, commands) => {
    given(...history(...commands))
      .when(tell.capture())
      .thenRejects({ type: "NothingIsLeftToCapture" });
  });

  it("refuses while an outcome of the payment is unknown", () => {
    given(...history(...authorized, tell.capture(1), tell.settle(2, "unknown")))
      .when(tell.capture(1))
      .thenRejects({
        type: "PaymentOutcomeIsUnknown",
        paymentId: PaymentId("payment-1"),
        operation: 2,
      });
  });

  it("refuses a payment that the order does not have", () => {
    given(...history(...authorized))
      .when(tell.capture(1, "payment-2"))
      .thenRejects({
        type: "OrderHasNoSuchItem",
        item: "payment",
        path: ["paymentId"],
        id: "payment-2",
      });
  });

  it.each([0, -5, 1.5])("refuses the amount %d", (amount) => {
    expect(given(...history(...authorized)).when(tell.capture(amount)).decision).toMatchObject({
      error: { type: "AmountMustBeAPositiveInteger", path: ["amount"] },
    });
  });
});
