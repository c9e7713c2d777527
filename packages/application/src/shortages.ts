import { available, type Product, type StockMovement } from "@ordo/domain";
import type { Shortage } from "./rejection.ts";

/** What of the claims the products cannot meet. A product that is not among them has nothing. */
export const shortagesOf = (
  products: readonly Product[],
  movements: readonly StockMovement[],
): readonly Shortage[] => {
  const byId = new Map(products.map((product) => [product.id, product]));
  return movements.flatMap(({ productId, reserved: requested }) => {
    const inventory = byId.get(productId)?.inventory;
    if (inventory?.tracked === false) return [];
    const left = inventory ? available(inventory) : 0;
    return requested > 0 && requested > left ? [{ productId, requested, available: left }] : [];
  });
};
