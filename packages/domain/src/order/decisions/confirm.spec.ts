import { describe, it } from "vitest";
import { HoldId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { clerk, later, placeOrder } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, smallOrder } from "../../testing/history.ts";

const prepaid = smallOrder({ terms: { paymentTerms: "prepaid" } });
const confirmed = { type: "order.confirmed", at: later, actor: clerk } as const;

describe("confirm", () => {
  it("accepts an order on account without money", () => {
    given(...history(smallOrder()))
      .when(tell.confirm())
      .thenHappens(confirmed);
  });

  it.each([
    ["captured", [tell.record(2500)]],
    ["authorized", [tell.authorize(2500), tell.settle(1)]],
    [
      "captured and authorized together",
      [
        tell.record(1000),
        tell.authorize(1500, { id: "payment-2" }),
        tell.settle(1, "succeeded", "payment-2"),
      ],
    ],
    ["more than the total", [tell.record(2501)]],
    ["the total after a credit", [tell.credit(500), tell.record(2000)]],
    ["the total after a cancellation", [tell.cancelLines(units("line-2", 1)), tell.record(2000)]],
  ])("accepts a prepaid order with %s", (_, payments) => {
    given(...history(prepaid, ...payments))
      .when(tell.confirm())
      .thenHappens(confirmed);
  });

  it.each([
    [0, []],
    [2499, [tell.record(2499)]],
    [0, [tell.authorize(2500)]],
    [0, [tell.authorize(2500), tell.settle(1), tell.void(), tell.settle(2)]],
  ])("refuses a prepaid order covered with %i of 2500", (covered, payments) => {
    given(...history(prepaid, ...payments))
      .when(tell.confirm())
      .thenRejects({ type: "PaymentDoesNotCoverTotal", covered, total: 2500 });
  });

  it("refuses while a hold is open, and accepts once it is released", () => {
    const held = history(smallOrder(), tell.hold("a"), tell.hold("b"), tell.release("a"));
    given(...held)
      .when(tell.confirm())
      .thenRejects({ type: "OrderIsOnHold", holdIds: [HoldId("b")] });
    given(...history(smallOrder(), tell.hold(), tell.release()))
      .when(tell.confirm())
      .thenHappens(confirmed);
  });

  it("refuses an order that is confirmed", () => {
    given(...history(placeOrder({ terms: { paymentTerms: "onAccount" } }), tell.confirm()))
      .when(tell.confirm())
      .thenRejects({
        type: "StatusForbidsCommand",
        command: "confirm",
        status: "confirmed",
        allowedIn: ["pending"],
      });
  });
});
