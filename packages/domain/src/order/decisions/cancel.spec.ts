import { describe, expect, it } from "vitest";
import { EditId, FulfillmentId, PaymentId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { draftOrder } from "../../testing/drafts.ts";
import { cancelOrder, clerk, contractExample, later, placeOrder } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import {
  completed,
  confirmed,
  history,
  orderAfter,
  shipped,
  smallOrder,
} from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";

const meta = { at: later, actor: clerk };
const canceled = {
  type: "order.canceled",
  ...meta,
  cancellation: { reason: "changed mind", note: null },
} as const;
const paymentId = PaymentId("payment-1");

describe("cancel", () => {
  it("leaves nothing to pay, shipping included", () => {
    const order = orderAfter(contractExample(), tell.credit(45), cancelOrder());
    expect(orderTotals(order)).toMatchObject({
      total: 4645,
      canceled: 4645,
      returned: 0,
      credited: 0,
      current: 0,
    });
  });

  it.each([
    ["draft", [draftOrder()]],
    ["pending", [placeOrder()]],
    ["confirmed", confirmed],
  ])("ends a %s order and says why", (_, commands) => {
    given(...history(...commands))
      .when(cancelOrder())
      .thenHappens(canceled);
  });

  it("voids what is promised and refunds what is paid, each as far as that is not under way", () => {
    given(
      ...history(
        smallOrder(),
        tell.authorize(2500),
        tell.settle(1),
        tell.capture(1000),
        tell.settle(2),
        tell.capture(300),
      ),
    )
      .when(cancelOrder())
      .thenHappens(
        canceled,
        { type: "payment.void_requested", ...meta, paymentId, operation: 4, amount: 1200 },
        { type: "payment.refund_requested", ...meta, paymentId, operation: 5, amount: 1000 },
      );
  });

  it("asks nothing of a payment that has nothing left", () => {
    given(
      ...history(smallOrder(), tell.authorize(2500), tell.settle(1), tell.void(), tell.settle(2)),
    )
      .when(cancelOrder())
      .thenHappens(canceled);
  });

  it("ends its open edit and the fulfillments that have not left", () => {
    given(
      ...history(
        ...confirmed,
        tell.fulfill([units("line-1", 1)]),
        tell.fulfill([units("line-1", 1)], "fulfillment-2"),
        tell.pack("fulfillment-2"),
        tell.fulfill([units("line-2", 1)], "fulfillment-3"),
        tell.cancelFulfillment("fulfillment-3"),
        tell.propose([{ type: "remove_line", lineId: units("line-2", 1).lineId }]),
      ),
    )
      .when(cancelOrder())
      .thenHappens(
        { type: "order.edit_declined", ...meta, editId: EditId("edit-1") },
        { type: "fulfillment.canceled", ...meta, fulfillmentId: FulfillmentId("fulfillment-1") },
        { type: "fulfillment.canceled", ...meta, fulfillmentId: FulfillmentId("fulfillment-2") },
        canceled,
      );
  });

  it("refuses once something has shipped", () => {
    given(...history(...shipped))
      .when(cancelOrder())
      .thenRejects({ type: "UnitsHaveShipped", shipped: 3 });
  });

  it("refuses while a payment's outcome is unknown", () => {
    given(...history(smallOrder(), tell.authorize(2500), tell.settle(1, "unknown")))
      .when(cancelOrder())
      .thenRejects({ type: "PaymentOutcomeIsUnknown", paymentId, operation: 1 });
  });

  it.each([
    ["none", []],
    ["canceled", [smallOrder(), cancelOrder()]],
    ["completed", completed],
  ] as const)("refuses a status that does not take it: %s", (status, commands) => {
    given(...history(...commands))
      .when(cancelOrder())
      .thenRejects({
        type: "StatusForbidsCommand",
        command: "cancel",
        status,
        allowedIn: ["draft", "pending", "confirmed"],
      });
    expect(status).not.toBe("pending");
  });
});
