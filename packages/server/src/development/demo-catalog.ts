import type { ProductRepository } from "@ordo/application";
import { isCurrency, type Product, ProductId, type Timestamp } from "@ordo/domain";
import { demoTenantId } from "./demo-tenant.ts";

// Fixed ids, so that the README can name them.
const demoProducts = [
  { id: "01990000-0000-7000-8000-000000000101", sku: "MUG", title: "Stoneware mug", price: 1999 },
  { id: "01990000-0000-7000-8000-000000000102", sku: "TEA", title: "Loose tea, 100 g", price: 890 },
  { id: "01990000-0000-7000-8000-000000000103", sku: "POT", title: "Teapot", price: 4900 },
];

/** The demo product that the first order buys. */
export const demoMugId = ProductId("01990000-0000-7000-8000-000000000101");

/** Puts the demo catalog into the demo tenant, unless it is there. */
export const seedDemoCatalog = async (
  products: ProductRepository,
  now: Timestamp,
): Promise<void> => {
  for (const product of demoProducts.map((demo) => productOf(demo, now))) {
    const { id } = product;
    // Adding is the check: an id's second addition is the replay of its first.
    const claim = { clientId: "ordo-demo", key: `seed-${id}`, fingerprint: "demo-catalog-1" };
    const { result } = await products.add({ tenantId: demoTenantId, claim, product });
    // A developer who already uses the SKU for a product of their own keeps it.
    if (result.isErr() && result.error.type !== "SkuTaken")
      throw new Error(`the demo catalog could not be seeded: ${result.error.type}`);
  }
};

const productOf = (demo: (typeof demoProducts)[number], now: Timestamp): Product => {
  const currency = "EUR";
  if (!isCurrency(currency)) throw new Error(`${currency} is no currency`);
  return {
    version: 1,
    currency,
    taxRate: 1900,
    inventory: { tracked: true, onHand: 1000, reserved: 0 },
    metadata: {},
    createdAt: now,
    updatedAt: now,
    ...demo,
    id: ProductId(demo.id),
  };
};
