import { ProductId } from "@ordo/domain";
import { err } from "neverthrow";
import type { CreateProduct } from "../ports/input/create-product.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";

interface Ports {
  readonly products: ProductRepository;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

export const makeCreateProduct =
  ({ products, clock, ids }: Ports): CreateProduct =>
  async (input, { tenantId, claim, actingCustomerId }) => {
    if (actingCustomerId !== null)
      return {
        result: err({ type: "CustomersMayNot", what: "manage products", path: [] }),
        replayed: false,
      };
    const now = clock.now();
    const product = {
      id: ProductId(ids.next()),
      version: 1,
      ...input,
      inventory: { ...input.inventory, reserved: 0 },
      createdAt: now,
      updatedAt: now,
      archivedAt: null,
    };
    return products.add({ tenantId, claim, product });
  };
