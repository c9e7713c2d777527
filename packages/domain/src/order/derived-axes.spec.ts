import { describe, expect, it } from "vitest";
import { receipt, tell, units } from "../testing/commands.ts";
import { cancelOrder } from "../testing/fixtures.ts";
import { confirmed, delivered, orderAfter, paid, shipped, smallOrder } from "../testing/history.ts";
import { fulfillmentStatus } from "./fulfillments/fulfillment-status.ts";
import type { OrderCommand } from "./order-command.ts";
import { paymentStatus } from "./payments/payment-status.ts";
import { refundStatus } from "./payments/refund-status.ts";
import { returnStatus } from "./returns/return-status.ts";

const authorized = (amount: number) => [smallOrder(), tell.authorize(amount), tell.settle(1)];
const part = [tell.fulfill([units("line-1", 1)]), tell.ship()];
const rest = tell.fulfill([units("line-1", 1), units("line-2", 1)], "fulfillment-2");
const back = (quantity: number) => [
  tell.requestReturn([units("line-1", quantity)]),
  tell.approve(),
  tell.receive([receipt("line-1", quantity)]),
];

describe("derived axes", () => {
  it.each<[string, readonly OrderCommand[]]>([
    ["unpaid", [smallOrder()]],
    ["unpaid", [smallOrder(), tell.authorize(2500)]],
    ["partially_authorized", authorized(2499)],
    ["authorized", authorized(2500)],
    ["partially_paid", [...authorized(2500), tell.capture(1), tell.settle(2)]],
    ["paid", [...authorized(2500), tell.capture(), tell.settle(2)]],
    ["overpaid", [smallOrder(), tell.record(2501)]],
    ["not_required", [smallOrder(), tell.credit(2500)]],
    ["overpaid", [smallOrder(), tell.record(1), tell.credit(2500)]],
    ["not_required", [smallOrder(), cancelOrder()]],
  ])("paymentStatus %s", (status, commands) => {
    expect(paymentStatus(orderAfter(...commands))).toBe(status);
  });

  it.each<[string, readonly OrderCommand[]]>([
    ["none", paid],
    ["pending", [...paid, tell.credit(700), tell.refund(300)]],
    ["pending", [...paid, tell.credit(700), tell.refund(300), tell.settle(3, "unknown")]],
    ["none", [...paid, tell.credit(700), tell.refund(300), tell.settle(3, "failed")]],
    ["partial", [...paid, tell.credit(700), tell.refund(300), tell.settle(3)]],
    ["full", [...paid, tell.credit(2500), tell.refund(), tell.settle(3)]],
  ])("refundStatus %s", (status, commands) => {
    expect(refundStatus(orderAfter(...commands))).toBe(status);
  });

  it.each<[string, readonly OrderCommand[]]>([
    ["unfulfilled", confirmed],
    ["partially_fulfilled", [...confirmed, tell.fulfill([units("line-1", 1)])]],
    ["partially_shipped", [...confirmed, ...part]],
    ["partially_shipped", [...confirmed, ...part, rest]],
    ["fulfilled", [...confirmed, tell.fulfill([units("line-1", 2), units("line-2", 1)])]],
    ["shipped", shipped],
    ["shipped", [...confirmed, ...part, rest, tell.ship("fulfillment-2")]],
    ["partially_delivered", [...confirmed, ...part, rest, tell.deliver()]],
    ["delivered", delivered],
    [
      "delivered",
      [
        ...confirmed,
        ...part,
        tell.deliver(),
        tell.cancelLines(units("line-1", 1), units("line-2", 1)),
      ],
    ],
    ["unfulfilled", [smallOrder(), cancelOrder()]],
  ])("fulfillmentStatus %s", (status, commands) => {
    expect(fulfillmentStatus(orderAfter(...commands))).toBe(status);
  });

  it.each<[string, readonly OrderCommand[]]>([
    ["none", delivered],
    ["requested", [...delivered, tell.requestReturn([units("line-2", 1)])]],
    ["partially_returned", [...delivered, ...back(2)]],
    [
      "partially_returned",
      [...delivered, ...back(1), tell.requestReturn([units("line-2", 1)], "return-2")],
    ],
    [
      "returned",
      [
        ...delivered,
        ...back(2),
        tell.requestReturn([units("line-2", 1)], "return-2"),
        tell.approve("return-2"),
        tell.receive([receipt("line-2", 1)], "return-2"),
      ],
    ],
  ])("returnStatus %s", (status, commands) => {
    expect(returnStatus(orderAfter(...commands))).toBe(status);
  });
});
