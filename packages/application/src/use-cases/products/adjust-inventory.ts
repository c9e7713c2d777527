import { available, type Inventory, type Product } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { AdjustInventory } from "../../ports/input/products.ts";
import type { Clock } from "../../ports/output/clock.ts";
import type { IdGenerator } from "../../ports/output/id-generator.ts";
import type { ProductRepository } from "../../ports/output/product-repository.ts";
import type { Rejection } from "../../rejection.ts";
import { refusedToCustomers } from "../refused-to-customers.ts";

interface Ports {
  readonly products: ProductRepository;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

export const makeAdjustInventory =
  ({ products, clock, ids }: Ports): AdjustInventory =>
  async ({ productId, delta, reason }, context) => {
    const refusal = refusedToCustomers(context, "manage products");
    if (refusal) return refusal;
    const { tenantId, claim, actor } = context;
    return products.adjust({
      tenantId,
      claim,
      adjustment: { id: ids.next(), productId, delta, reason, actor, at: clock.now() },
      adjusted: (product) => adjusted(product, delta),
    });
  };

const adjusted = ({ id, inventory }: Product, delta: number): Result<Inventory, Rejection> => {
  if (!inventory.tracked) return err({ type: "InventoryIsNotTracked", productId: id });
  const path = ["delta"];
  if (!Number.isSafeInteger(delta) || delta === 0)
    return err({ type: "AdjustmentMustBeANonZeroInteger", path });
  const onHand = inventory.onHand + delta;
  if (!Number.isSafeInteger(onHand)) return err({ type: "AdjustmentLeavesSafeRange", path });
  // What open orders have claimed stays theirs.
  const left = available(inventory);
  const shortage = { productId: id, requested: -delta, available: left };
  return left + delta < 0
    ? err({ type: "InsufficientStock", shortages: [shortage] })
    : ok({ ...inventory, onHand });
};
