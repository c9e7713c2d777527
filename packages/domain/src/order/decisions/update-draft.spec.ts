import { describe, expect, it } from "vitest";
import { draftOrder, updateDraft } from "../../testing/drafts.ts";
import { customLine, later, placeOrder } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter } from "../../testing/history.ts";

describe("updateDraft", () => {
  it("replaces lines, prices and terms, and keeps id, number, currency and creation", () => {
    const before = orderAfter(draftOrder());
    const update = updateDraft({
      lines: [customLine(3, 100)],
      terms: { note: "ring twice", channel: "phone", taxMode: "inclusive" },
    });
    expect(orderAfter(draftOrder(), update)).toEqual({
      ...before,
      ...update.terms,
      lines: [expect.objectContaining({ unitPrice: 100, quantity: 3, fulfilled: 0 })],
      totals: { subtotal: 300, discount: 0, shipping: 0, tax: 0, total: 300 },
      version: 2,
      updatedAt: later,
    });
  });

  it("passes on why the contents cannot be priced", () => {
    given(...history(draftOrder()))
      .when(updateDraft({ lines: [customLine(0, 1)] }))
      .thenRejects({
        type: "QuantityMustBeAPositiveInteger",
        path: ["lines", 0, "quantity"],
      });
  });

  it("refuses an order that was placed", () => {
    given(...history(placeOrder()))
      .when(updateDraft())
      .thenRejects({
        type: "StatusForbidsCommand",
        command: "updateDraft",
        status: "pending",
        allowedIn: ["draft"],
      });
  });
});
