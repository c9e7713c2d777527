import type { InsufficientStock, Shortage } from "@ordo/application";
import { available, type Inventory, type ProductId, type StockMovement } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { LockedProduct } from "./lock-statements.ts";

/** The stock of the products that a batch has locked, as its writes move it one after the other. */
export class StockInMemory {
  readonly #inventories = new Map<string, Inventory>();
  readonly #asked: ReadonlySet<ProductId>;

  /** @param asked the products that were to be locked; of those, only `locked` exist */
  constructor(asked: ReadonlySet<ProductId>, locked: readonly LockedProduct[]) {
    this.#asked = asked;
    for (const { id, tracked, on_hand, reserved } of locked)
      this.#inventories.set(id, { tracked, onHand: on_hand, reserved });
  }

  covers(movements: readonly StockMovement[]): boolean {
    return movements.every(({ productId }) => this.#asked.has(productId));
  }

  /** Moves all or nothing: nothing when any product lacks units to claim. */
  move(movements: readonly StockMovement[]): Result<void, InsufficientStock> {
    const shortages = movements.flatMap((movement) => this.#shortage(movement));
    if (shortages.length > 0) return err({ type: "InsufficientStock", shortages });
    for (const { productId, reserved, onHand } of movements) {
      const inventory = this.#inventories.get(productId);
      if (inventory)
        this.#inventories.set(productId, {
          ...inventory,
          reserved: inventory.reserved + reserved,
          onHand: inventory.onHand + onHand,
        });
    }
    return ok();
  }

  #shortage({ productId, reserved: requested }: StockMovement): readonly Shortage[] {
    if (requested <= 0) return [];
    const inventory = this.#inventories.get(productId);
    if (inventory && !inventory.tracked) return [];
    const units = inventory ? available(inventory) : 0;
    return requested > units ? [{ productId, requested, available: units }] : [];
  }
}
