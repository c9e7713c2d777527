import type { Api } from "./an-api.ts";

/** The product that http-api.md prices its example with. */
export const createMug = async (api: Api, change: object = {}): Promise<string> => {
  const response = await api.post("/api/v1/products", {
    sku: "MUG-01",
    title: "Stoneware mug",
    price: 1999,
    currency: "EUR",
    taxRate: 1900,
    inventory: { tracked: true, onHand: 10 },
    ...change,
  });
  return response.json<{ id: string }>().id;
};

/** The order of http-api.md: 4645 in all. */
export const theOrder = (productId: string) => ({
  email: "guest@example.com",
  currency: "EUR",
  taxMode: "exclusive",
  channel: "web",
  number: "A-1001",
  lines: [
    { productId, quantity: 2 },
    { title: "Gift wrap", sku: "WRAP", unitPrice: 350, taxRate: 1900, quantity: 1 },
  ],
  discounts: [
    { code: "WELCOME10", type: "percentage", value: 1000 },
    { type: "fixed", value: 500, line: 0, reason: "scratched" },
  ],
  shippingLines: [{ title: "Standard", amount: 490, taxRate: 1900 }],
  shippingAddress: {
    name: "Ada Lovelace",
    line1: "1 Byron St",
    line2: "",
    city: "London",
    region: "",
    postalCode: "N1 9GU",
    country: "GB",
    phone: "",
  },
  billingAddress: {},
  paymentTerms: "prepaid",
  expectedTotal: 4645,
  draft: false,
  tags: ["vip"],
  note: "ring twice",
  metadata: { cart: "c_81" },
});

export const aGuestOrder = (change: object = {}) => ({
  email: "guest@example.com",
  currency: "EUR",
  lines: [{ title: "Gift wrap", unitPrice: 350, taxRate: 1900, quantity: 1 }],
  ...change,
});

export const placeGuestOrder = async (api: Api, change: object = {}): Promise<string> => {
  const response = await api.post("/api/v1/orders", aGuestOrder(change));
  return response.json<{ id: string }>().id;
};
