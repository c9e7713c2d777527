import type { Product, Timestamp } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { ProductChanges, UpdateProduct } from "../../ports/input/products.ts";
import type { Clock } from "../../ports/output/clock.ts";
import type { ProductRepository } from "../../ports/output/product-repository.ts";
import { staleAgainst } from "../expected-version.ts";
import { merged } from "../merged.ts";
import { refusedToCustomers } from "../refused-to-customers.ts";

interface Ports {
  readonly products: ProductRepository;
  readonly clock: Clock;
}

export const makeUpdateProduct =
  ({ products, clock }: Ports): UpdateProduct =>
  async ({ productId, expectedVersion, changes }, context) => {
    const refusal = refusedToCustomers(context, "manage products");
    if (refusal) return refusal;
    const now = clock.now();
    return products.update({
      tenantId: context.tenantId,
      productId,
      change: (current) => {
        const stale = staleAgainst(current, expectedVersion);
        return stale ? err(stale) : ok(changed(current, changes, now));
      },
    });
  };

const changed = (current: Product, changes: ProductChanges, updatedAt: Timestamp): Product => {
  const next = merged<Product>(current, changes);
  return next === current ? current : { ...next, version: current.version + 1, updatedAt };
};
