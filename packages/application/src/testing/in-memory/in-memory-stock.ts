import { available, type StockMovement } from "@ordo/domain";
import type { Shortage } from "../../rejection.ts";
import type { TenantData } from "./in-memory-store.ts";

export const shortagesOf = (
  data: TenantData,
  movements: readonly StockMovement[],
): readonly Shortage[] =>
  movements.flatMap(({ productId, reserved: requested }) => {
    const product = data.products.get(productId);
    if (product && !product.inventory.tracked) return [];
    const left = product ? available(product.inventory) : 0;
    return requested > 0 && requested > left ? [{ productId, requested, available: left }] : [];
  });

export const move = (data: TenantData, movements: readonly StockMovement[]): void => {
  for (const { productId, reserved, onHand } of movements) {
    const product = data.products.get(productId);
    if (!product) continue;
    const { inventory } = product;
    data.products.set(productId, {
      ...product,
      inventory: {
        ...inventory,
        reserved: inventory.reserved + reserved,
        onHand: inventory.onHand + onHand,
      },
    });
  }
};
