import { describe, expect, it } from "vitest";
import { draftOrder } from "../../testing/drafts.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter } from "../../testing/history.ts";
import { currency, catalogLine, placeOrder, product } from "../../testing/fixtures.ts";

describe("draft", () => {
  it("begins an order that is not on the books, its prices a preview", () => {
    expect(orderAfter(draftOrder())).toMatchObject({
      status: "draft",
      version: 1,
      placedAt: null,
      totals: { total: 2379 },
      payments: [],
    });
  });

  it("may have no lines yet", () => {
    expect(orderAfter(draftOrder({ lines: [] })).totals.total).toBe(0);
  });

  it("refuses a currency that ISO 4217 does not list", () => {
    given()
      .when(draftOrder({ terms: { currency: "eur" } }))
      .thenRejects({ type: "UnknownCurrency", currency: "eur" });
  });

  it("refuses a product priced in another currency", () => {
    const yen = product({ currency: currency("JPY") });
    expect(given().when(draftOrder({ lines: [catalogLine(1, yen)] })).decision).toMatchObject({
      error: { type: "ProductCurrencyDiffers", path: ["lines", 0, "productId"] },
    });
  });

  it("refuses an order that exists", () => {
    given(...history(placeOrder()))
      .when(draftOrder())
      .thenRejects({
        type: "StatusForbidsCommand",
        command: "draft",
        status: "pending",
        allowedIn: ["none"],
      });
  });
});
