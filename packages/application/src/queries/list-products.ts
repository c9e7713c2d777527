import type { ListProducts } from "../ports/input/products.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";

export const makeListProducts =
  ({ products }: { readonly products: ProductRepository }): ListProducts =>
  async ({ filter, page }, { tenantId }) =>
    products.list(tenantId, filter, page);
