import type { Example } from "../../../operation/operation.ts";
import { exampleId } from "../../../schemas/identifier.ts";

const rest = {
  currency: "EUR",
  taxMode: "exclusive",
  channel: "web",
  discounts: [
    { code: "WELCOME10", type: "percentage", value: 1000 },
    { type: "fixed", value: 500, line: 0, reason: "scratched" },
  ],
  shippingLines: [{ title: "Standard", amount: 490, taxRate: 1900 }],
  shippingAddress: {
    name: "Ada Lovelace",
    line1: "1 Byron St",
    city: "London",
    postalCode: "N1 9GU",
    country: "GB",
  },
  expectedTotal: 4645,
  tags: ["vip"],
  note: "ring twice",
  metadata: { cart: "c_81" },
};

export const giftWrap = {
  title: "Gift wrap",
  sku: "WRAP",
  unitPrice: 350,
  taxRate: 1900,
  quantity: 1,
};

/** Orders that come to 46.45 EUR. */
export const orderExamples: Readonly<Record<string, Example>> = {
  guest: {
    summary: "A guest's order of custom lines (needs no product)",
    value: {
      email: "guest@example.com",
      lines: [
        { title: "Stoneware mug", sku: "MUG-01", unitPrice: 1999, taxRate: 1900, quantity: 2 },
        giftWrap,
      ],
      ...rest,
    },
  },
  catalog: {
    summary: "An order of a product (price 1999, tax rate 1900) and a custom line",
    value: {
      email: "guest@example.com",
      lines: [{ productId: exampleId, quantity: 2 }, giftWrap],
      ...rest,
    },
  },
};
