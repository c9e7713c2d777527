import type { Product } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { ProductRepository } from "../../ports/output/product-repository.ts";
import { claimed, type Recording } from "./claimed.ts";
import type { InMemoryStore } from "./in-memory-store.ts";

export const makeInMemoryProductRepository = (store: InMemoryStore): ProductRepository => ({
  find: async (tenantId, productId) => store.of(tenantId).products.get(productId),

  findMany: async (tenantId, productIds) => {
    const { products } = store.of(tenantId);
    return [...new Set(productIds)].flatMap((productId) => products.get(productId) ?? []);
  },

  add: async ({ tenantId, claim, product }) => {
    const data = store.of(tenantId);
    return claimed(data, claim, recording, () => {
      if ([...data.products.values()].some(({ sku }) => sku === product.sku))
        return err({ type: "SkuTaken", sku: product.sku });
      data.products.set(product.id, product);
      return ok(product);
    });
  },
});

const recording: Recording<Product> = {
  record: (product) => ({ kind: "product", product }),
  recall: (outcome) => {
    if (outcome.kind === "rejected") return err(outcome.rejection);
    if (outcome.kind !== "product")
      throw new Error(`a key of a product recorded a ${outcome.kind}`);
    return ok(outcome.product);
  },
};
