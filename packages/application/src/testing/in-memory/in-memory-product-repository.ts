import type { Product, ProductId } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { InventoryAdjustment } from "../../inventory-adjustment.ts";
import type { ProductFilter } from "../../ports/input/products.ts";
import type { ProductRepository } from "../../ports/output/product-repository.ts";
import { claimed } from "./claimed.ts";
import { comparePositions, positionOf } from "./created-order.ts";
import { cut } from "./cut.ts";
import type { InMemoryStore, TenantData } from "./in-memory-store.ts";

export const makeInMemoryProductRepository = (store: InMemoryStore): ProductRepository => ({
  find: async (tenantId, productId) => store.of(tenantId).products.get(productId),

  findMany: async (tenantId, productIds) => {
    const { products } = store.of(tenantId);
    return [...new Set(productIds)].flatMap((productId) => products.get(productId) ?? []);
  },

  list: async (tenantId, filter, page) => {
    const products = [...store.of(tenantId).products.values()]
      .filter((product) => matches(product, filter))
      .sort((a, b) => comparePositions(positionOf(a), positionOf(b)));
    return cut(products, page, positionOf, comparePositions);
  },

  add: async ({ tenantId, claim, product }) => {
    const data = store.of(tenantId);
    return claimed<Product>(data, {
      claim,
      work: () => (skuIsTaken(data, product) ? taken(product) : ok(stored(data, product))),
      record: (added) => ({ kind: "product", product: added }),
      recall: (outcome) => {
        if (outcome.kind !== "product")
          throw new Error(`a key of a product recorded a ${outcome.kind}`);
        return outcome.product;
      },
    });
  },

  update: async ({ tenantId, productId, change }) => {
    const data = store.of(tenantId);
    const current = data.products.get(productId);
    if (!current) return { result: err(notFound(productId)), replayed: false };
    const result = change(current).andThen((changed) =>
      skuIsTaken(data, changed)
        ? taken(changed)
        : ok(stored(data, { ...changed, inventory: current.inventory })),
    );
    return { result, replayed: false };
  },

  adjust: async ({ tenantId, claim, adjustment, adjusted }) => {
    const data = store.of(tenantId);
    return claimed<InventoryAdjustment>(data, {
      claim,
      work: () => {
        const current = data.products.get(adjustment.productId);
        if (!current) return err(notFound(adjustment.productId));
        return adjusted(current).map((inventory) => {
          stored(data, { ...current, inventory });
          const made = { ...adjustment, inventory };
          data.adjustments.push(made);
          return made;
        });
      },
      record: (made) => ({ kind: "adjustment", adjustment: made }),
      recall: (outcome) => {
        if (outcome.kind !== "adjustment")
          throw new Error(`a key of an adjustment recorded a ${outcome.kind}`);
        return outcome.adjustment;
      },
    });
  },
});

const matches = (product: Product, { sku, archived }: ProductFilter): boolean =>
  (sku === undefined || product.sku === sku) &&
  (archived === undefined || archived === (product.archivedAt !== null));

const stored = ({ products }: TenantData, product: Product): Product => {
  products.set(product.id, product);
  return product;
};

const skuIsTaken = ({ products }: TenantData, { id, sku }: Product): boolean =>
  [...products.values()].some((other) => other.id !== id && other.sku === sku);

const taken = ({ sku }: Product) => err({ type: "SkuTaken" as const, sku });
const notFound = (productId: ProductId) => ({ type: "ProductNotFound" as const, productId });
