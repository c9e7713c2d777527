import { describe, it } from "vitest";
import { PaymentId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, smallOrder } from "../../testing/history.ts";

const authorized = [smallOrder(), tell.authorize(2500), tell.settle(1)];
const asked = (operation: number, amount: number) => ({
  type: "payment.void_requested" as const,
  at: later,
  actor: clerk,
  paymentId: PaymentId("payment-1"),
  operation,
  amount,
});

describe("voidPayment", () => {
  it("gives up the whole authorization", () => {
    given(...history(...authorized))
      .when(tell.void())
      .thenHappens(asked(2, 2500));
  });

  it("gives up what is neither captured nor being captured", () => {
    given(...history(...authorized, tell.capture(1000), tell.settle(2), tell.capture(300)))
      .when(tell.void())
      .thenHappens(asked(4, 1200));
  });

  it.each([
    ["nothing is authorized", [smallOrder(), tell.authorize(2500)]],
    ["all is captured", [...authorized, tell.capture(), tell.settle(2)]],
    ["all is being voided", [...authorized, tell.void()]],
  ])("refuses when %s", (_, commands) => {
    given(...history(...commands))
      .when(tell.void())
      .thenRejects({ type: "NothingIsLeftToVoid" });
  });

  it("refuses a payment that the order does not have", () => {
    given(...history(smallOrder()))
      .when(tell.void())
      .thenRejects({
        type: "OrderHasNoSuchItem",
        item: "payment",
        path: ["paymentId"],
        id: "payment-1",
      });
  });
});
