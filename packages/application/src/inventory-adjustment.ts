import type { Actor, Inventory, ProductId, Timestamp } from "@ordo/domain";

/** A change of a product's stock by hand. */
export interface InventoryAdjustment {
  /** A UUIDv7. */
  readonly id: string;
  readonly productId: ProductId;
  /** Units; negative takes away. */
  readonly delta: number;
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Timestamp;
  /** The stock right after it. */
  readonly inventory: Inventory;
}
