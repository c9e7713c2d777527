/** Stock of one product in units. An untracked product never runs out. */
export interface Inventory {
  readonly tracked: boolean;
  /** Units in the warehouse. */
  readonly onHand: number;
  /** Units of those that open orders have claimed; never more than {@link onHand} while tracked. */
  readonly reserved: number;
}

/** Units that a new order may still claim. */
export const available = (inventory: Inventory): number => inventory.onHand - inventory.reserved;
