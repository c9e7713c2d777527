import { demoMugId } from "./demo-catalog.ts";

/** The order of the README: two mugs and a gift wrap, two discounts, shipping: 46.45 euros. */
const firstOrder = {
  email: "ada@example.com",
  currency: "EUR",
  lines: [
    { productId: demoMugId, quantity: 2 },
    { title: "Gift wrap", unitPrice: 350, taxRate: 1900, quantity: 1 },
  ],
  discounts: [
    { type: "percentage", value: 1000, code: "WELCOME10" },
    { type: "fixed", value: 500, line: 0, reason: "scratched" },
  ],
  shippingLines: [{ title: "Standard", amount: 490, taxRate: 1900 }],
  expectedTotal: 4645,
};

/** One line for a shell that places the first order. */
export const firstOrderCurl = (url: string, token: string): string =>
  [
    `curl -sS ${url}/api/v1/orders`,
    `-H 'Authorization: Bearer ${token}'`,
    "-H 'Content-Type: application/json'",
    "-H 'Idempotency-Key: my-first-order'",
    `-d '${JSON.stringify(firstOrder)}'`,
  ].join(" ");
