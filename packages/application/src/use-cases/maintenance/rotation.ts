import type { Timestamp } from "@ordo/domain";
import type { DueOrder } from "../../ports/output/due-orders.ts";
import type { TenantId } from "../../tenant-id.ts";

/**
 * Where the last run of a task ended, so that the next goes on there: what cannot be seen to would
 * otherwise come first again each time. Kept in the memory of one process.
 */
export class Rotation {
  /** The tenant whose turn was the last; null when all that was due has had its turn. */
  after: TenantId | null = null;

  /** When the first order fell due that nothing could be done about, of the runs since all had their turn. */
  oldestSkipped: Timestamp | null = null;

  readonly #places = new Map<TenantId, DueOrder>();

  /** The tenant's order that had its turn last, null where it begins anew. */
  placeOf(tenantId: TenantId): DueOrder | null {
    return this.#places.get(tenantId) ?? null;
  }

  /** Is there a tenant whose last order has not come to its turn? */
  get isMidway(): boolean {
    return this.#places.size > 0;
  }

  /** The tenant has its turn now: whatever becomes of it, the next is another's. */
  takesTurn(tenantId: TenantId): void {
    this.after = tenantId;
  }

  /** The tenant had its turn, up to the order; null when it has come to its last one. */
  tookTurn(tenantId: TenantId, place: DueOrder | null): void {
    if (place === null) this.#places.delete(tenantId);
    else this.#places.set(tenantId, place);
  }
}
