import { describe, expect, it } from "vitest";
import { ProductId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { draftOrder, placeDraft } from "../../testing/drafts.ts";
import { catalogLine, customLine, later, noon, percent, product } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter } from "../../testing/history.ts";

const draft = draftOrder({
  lines: [catalogLine(2), customLine(1, 350, { id: "line-2", taxRate: 1900 })],
  discounts: [percent(1000)],
  shippingLines: [{ title: "Standard", amount: 490, taxRate: 1900 }],
});
const dearer = product({ price: 2999, title: "Mug, new" });

describe("placeDraft", () => {
  it("prices catalog lines anew and custom lines as they were", () => {
    const order = orderAfter(
      draft,
      tell.archive(),
      placeDraft({ products: [dearer], expiresAt: later }),
    );
    expect(order).toMatchObject({
      status: "pending",
      version: 3,
      createdAt: noon,
      placedAt: later,
      expiresAt: later,
      archivedAt: later,
      lines: [
        { unitPrice: 2999, title: "Mug, new", quantity: 2, canceled: 0 },
        { unitPrice: 350, productId: null },
      ],
      discounts: [{ amount: 635 }],
      totals: { subtotal: 6348, discount: 635, shipping: 490, total: 7382 },
    });
  });

  it("keeps the terms of the draft", () => {
    const { terms } = draft;
    expect(orderAfter(draft, placeDraft())).toMatchObject(terms);
  });

  it("refuses when the buyer was shown the old total", () => {
    given(...history(draft))
      .when(placeDraft({ products: [dearer], expectedTotal: 5240 }))
      .thenRejects({ type: "TotalDiffersFromExpected", expected: 5240, computed: 7382 });
  });

  it("refuses when a product is not given", () => {
    given(...history(draft))
      .when(placeDraft({ products: [product({ id: ProductId("other") })] }))
      .thenRejects({
        type: "ProductIsNotGiven",
        path: ["lines", 0, "productId"],
        productId: ProductId("product-1"),
      });
  });

  it("refuses a draft without lines", () => {
    given(...history(draftOrder({ lines: [] })))
      .when(placeDraft())
      .thenRejects({ type: "OrderNeedsALine" });
  });
});
