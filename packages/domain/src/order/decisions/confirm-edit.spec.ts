import { describe, expect, it } from "vitest";
import { EditId, LineId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { clerk, customLine, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { completed, history, orderAfter, smallOrder } from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";

const meta = { at: later, actor: clerk };
const editId = EditId("edit-1");
const addLine = tell.propose([{ type: "add_line", line: customLine(1, 300, { id: "line-3" }) }]);
const addShipping = tell.propose([
  { type: "add_shipping_line", shippingLine: { title: "Express", amount: 90, taxRate: 0 } },
]);
const swap = tell.propose([
  { type: "remove_line", lineId: LineId("line-2") },
  { type: "add_line", line: customLine(1, 700, { id: "line-3" }) },
]);
const confirmed = { type: "order.edit_confirmed", ...meta, editId } as const;

describe("confirmEdit", () => {
  it("makes the change and keeps every sum right", () => {
    const order = orderAfter(smallOrder(), swap, tell.confirmEdit());
    expect(order).toMatchObject({
      version: 3,
      lines: [{ canceled: 0 }, { canceled: 1 }, { id: "line-3", total: 700, fulfilled: 0 }],
      totals: { subtotal: 3200, total: 3200 },
      edits: [{ id: "edit-1", status: "confirmed", newTotal: 2700, difference: 200 }],
    });
    expect(orderTotals(order)).toMatchObject({ total: 3200, canceled: 500, current: 2700 });
  });

  it("adds shipping lines", () => {
    const order = orderAfter(smallOrder(), addShipping, tell.confirmEdit());
    expect(order.shippingLines).toHaveLength(1);
    expect(orderTotals(order)).toMatchObject({ shipping: 90, current: 2590 });
  });

  it("reopens a completed order when units come on it, and only then", () => {
    given(...history(...completed, addLine))
      .when(tell.confirmEdit())
      .thenHappens(confirmed, { type: "order.reopened", ...meta });
    given(...history(...completed, addShipping))
      .when(tell.confirmEdit())
      .thenHappens(confirmed);
    expect(orderAfter(...completed, addLine, tell.confirmEdit())).toMatchObject({
      status: "confirmed",
      completedAt: null,
    });
  });

  it("refuses when the order has moved on since", () => {
    given(...history(smallOrder(), addLine, tell.hold()))
      .when(tell.confirmEdit())
      .thenRejects({ type: "EditIsStale", editId, baseVersion: 2, version: 3 });
  });

  it("refuses an edit that is decided or that the order does not have", () => {
    given(...history(smallOrder(), addLine, tell.confirmEdit()))
      .when(tell.confirmEdit())
      .thenRejects({ type: "EditIsDecided", editId });
    given(...history(smallOrder()))
      .when(tell.confirmEdit())
      .thenRejects({ type: "OrderHasNoSuchItem", item: "edit", path: ["editId"], id: "edit-1" });
  });
});
