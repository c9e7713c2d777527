import { err, ok } from "neverthrow";
import type { ArchiveProduct } from "../../ports/input/products.ts";
import type { Clock } from "../../ports/output/clock.ts";
import type { ProductRepository } from "../../ports/output/product-repository.ts";
import { staleAgainst } from "../expected-version.ts";
import { refusedToCustomers } from "../refused-to-customers.ts";

interface Ports {
  readonly products: ProductRepository;
  readonly clock: Clock;
}

export const makeArchiveProduct =
  ({ products, clock }: Ports): ArchiveProduct =>
  async ({ productId, expectedVersion }, context) => {
    const refusal = refusedToCustomers(context, "manage products");
    if (refusal) return refusal;
    const now = clock.now();
    return products.update({
      tenantId: context.tenantId,
      productId,
      change: (current) => {
        const stale = staleAgainst(current, expectedVersion);
        if (stale) return err(stale);
        if (current.archivedAt !== null) return ok(current);
        const version = current.version + 1;
        return ok({ ...current, version, updatedAt: now, archivedAt: now });
      },
    });
  };
