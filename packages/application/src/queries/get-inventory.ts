import { available } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { GetInventory } from "../ports/input/products.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";

export const makeGetInventory =
  ({ products }: { readonly products: ProductRepository }): GetInventory =>
  async (productId, { tenantId }) => {
    const product = await products.find(tenantId, productId);
    if (!product) return err({ type: "ProductNotFound", productId });
    const { tracked, onHand, reserved } = product.inventory;
    return ok({ productId, tracked, onHand, reserved, available: available(product.inventory) });
  };
