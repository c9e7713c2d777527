import { describe, expect, it } from "vitest";
import {
  currency,
  catalogLine,
  contractExample,
  eventsOf,
  placeOrder,
  product,
} from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";

describe("place", () => {
  it("puts a new order on the books with its terms and its priced contents", () => {
    const command = contractExample();
    const [placed] = eventsOf(undefined, command);

    expect(placed).toMatchObject({
      type: "order.placed",
      at: command.at,
      actor: command.actor,
      terms: command.terms,
    });
    expect(placed).toHaveProperty("contents.totals", {
      subtotal: 4348,
      discount: 935,
      shipping: 490,
      tax: 742,
      total: 4645,
    });
  });

  it("freezes price, tax rate, title, SKU and tracking from the product", () => {
    const [placed] = eventsOf(undefined, placeOrder());
    expect(placed).toHaveProperty("contents.lines.0", {
      id: "line-1",
      productId: "product-1",
      tracked: true,
      sku: "MUG",
      title: "Mug",
      unitPrice: 1999,
      taxRate: 1900,
      quantity: 1,
      subtotal: 1999,
      discount: 0,
      tax: 380,
      total: 2379,
    });
  });

  it("refuses when the total is not what the buyer was shown", () => {
    given()
      .when(placeOrder({ expectedTotal: 2378 }))
      .thenRejects({ type: "TotalDiffersFromExpected", expected: 2378, computed: 2379 });
  });

  it("refuses a currency that ISO 4217 does not list", () => {
    given()
      .when(placeOrder({ terms: { currency: "XXX" } }))
      .thenRejects({ type: "UnknownCurrency", currency: "XXX" });
  });

  it("refuses a product priced in another currency", () => {
    const yen = product({ currency: currency("JPY") });
    given()
      .when(placeOrder({ lines: [catalogLine(1), catalogLine(1, yen, "line-2")] }))
      .thenRejects({
        type: "ProductCurrencyDiffers",
        path: ["lines", 1, "productId"],
        productId: yen.id,
        productCurrency: "JPY",
        orderCurrency: "EUR",
      });
  });

  it("passes on why the contents cannot be priced", () => {
    given()
      .when(placeOrder({ lines: [] }))
      .thenRejects({ type: "OrderNeedsALine" });
  });

  it("refuses an order that was placed already", () => {
    given(...eventsOf(undefined, placeOrder()))
      .when(placeOrder())
      .thenRejects({
        type: "StatusForbidsCommand",
        command: "place",
        status: "pending",
        allowedIn: ["none"],
      });
  });
});
