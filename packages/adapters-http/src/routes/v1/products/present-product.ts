import type { Product } from "@ordo/domain";
import { presentTimestamp } from "../../../schemas/timestamp.ts";
import type { ProductResource } from "./product-schema.ts";

export const presentProduct = (product: Product): ProductResource => ({
  id: product.id,
  version: product.version,
  sku: product.sku,
  title: product.title,
  price: product.price,
  currency: product.currency,
  taxRate: product.taxRate,
  inventory: { tracked: product.inventory.tracked, onHand: product.inventory.onHand },
  metadata: product.metadata,
  createdAt: presentTimestamp(product.createdAt),
  updatedAt: presentTimestamp(product.updatedAt),
});
