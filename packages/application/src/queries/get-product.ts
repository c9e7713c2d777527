import { err, ok } from "neverthrow";
import type { GetProduct } from "../ports/input/get-product.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";

export const makeGetProduct =
  ({ products }: { readonly products: ProductRepository }): GetProduct =>
  async (productId, { tenantId }) => {
    const product = await products.find(tenantId, productId);
    return product ? ok(product) : err({ type: "ProductNotFound", productId });
  };
