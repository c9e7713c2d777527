import { expect, it } from "vitest";
import { Timestamp } from "../shared/timestamp.ts";
import { tell } from "../testing/commands.ts";
import { cancelOrder, later } from "../testing/fixtures.ts";
import { orderAfter, smallOrder } from "../testing/history.ts";
import { deadlineOf, unsettledSince } from "./due.ts";
import type { OrderCommand } from "./order-command.ts";

const deadline = Timestamp(later + 1_000);
const due = { ...smallOrder(), expiresAt: deadline };

it.each<[string, Timestamp | null, readonly OrderCommand[]]>([
  ["none", null, [smallOrder()]],
  ["its own while it is pending", deadline, [due]],
  ["none once it is confirmed", null, [due, tell.confirm()]],
  ["none once it is canceled", null, [due, cancelOrder()]],
])("an order's deadline is %s", (_what, expected, commands) => {
  expect(deadlineOf(orderAfter(...commands))).toBe(expected);
});

const minuteLater = Timestamp(later + 60_000);
const first = [smallOrder(), tell.authorize(1000)];
const second = { ...tell.authorize(500, { id: "payment-2" }), at: minuteLater };

it.each<[string, Timestamp | null, readonly OrderCommand[]]>([
  ["never without a payment", null, [smallOrder()]],
  ["since its request", later, first],
  ["also when the outcome is unknown", later, [...first, tell.settle(1, "unknown")]],
  ["no longer once it succeeded", null, [...first, tell.settle(1)]],
  ["no longer once it failed", null, [...first, tell.settle(1, "failed")]],
  ["since the first of several", later, [...first, second]],
  ["since the one that is left", minuteLater, [...first, second, tell.settle(1)]],
])("an order's payments are unsettled %s", (_what, expected, commands) => {
  expect(unsettledSince(orderAfter(...commands))).toBe(expected);
});
