import type { StockMovement } from "@ordo/domain";
import type { TenantData } from "./in-memory-store.ts";

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
