import { randomUUID, randomUUIDv7 } from "node:crypto";
import type { makePostgresProductRepository } from "@ordo/adapters-postgres";
import { type OrderWrite, TenantId } from "@ordo/application";
import {
  type Currency,
  decide,
  isCurrency,
  LineId,
  OrderId,
  type PlaceOrder,
  type Product,
  ProductId,
  Timestamp,
} from "@ordo/domain";

/** A tenant with three products, of which everybody orders two each. */
export interface Shop {
  readonly tenantId: TenantId;
  readonly products: readonly Product[];
}

export const openShop = async (
  repository: ReturnType<typeof makePostgresProductRepository>,
): Promise<Shop> => {
  const tenantId = TenantId(randomUUIDv7());
  const products = ["TEA", "CUP", "POT"].map(aProduct);
  for (const product of products) await repository.add({ tenantId, claim: null, product });
  return { tenantId, products };
};

export const fingerprint = "0123456789abcdef".repeat(4);

let number = 1_000_000_000;

/** Three lines of three products, under a key of its own. */
export const anOrder = (shop: Shop): OrderWrite => {
  const command = aPlacement(shop);
  return {
    tenantId: shop.tenantId,
    orderId: command.terms.id,
    claim: { clientId: "bench", key: randomUUID(), fingerprint },
    decide: (order) => decide(order, command),
  };
};

const aPlacement = ({ products }: Shop): PlaceOrder => ({
  type: "place",
  at: Timestamp(Date.now()),
  actor: { type: "user", id: "clerk" },
  terms: {
    id: OrderId(randomUUIDv7()),
    number: String(number++),
    customerId: null,
    email: "guest@example.com",
    currency: "EUR",
    taxMode: "exclusive",
    paymentTerms: "prepaid",
    channel: "web",
    billingAddress: null,
    shippingAddress: null,
    tags: ["vip"],
    note: null,
    metadata: { source: "benchmark" },
  },
  lines: products.map((product) => ({ id: LineId(randomUUIDv7()), quantity: 2, product })),
  discounts: [],
  shippingLines: [],
  expectedTotal: null,
});

const aProduct = (sku: string): Product => ({
  id: ProductId(randomUUIDv7()),
  version: 1,
  sku,
  title: "Earl Grey, loose leaf, 100 g",
  price: 1_999,
  currency: currency("EUR"),
  taxRate: 1_900,
  inventory: { tracked: false, onHand: 0, reserved: 0 },
  metadata: {},
  createdAt: Timestamp(Date.now()),
  updatedAt: Timestamp(Date.now()),
  archivedAt: null,
});

const currency = (code: string): Currency => {
  if (!isCurrency(code)) throw new Error(`${code} is no currency`);
  return code;
};
