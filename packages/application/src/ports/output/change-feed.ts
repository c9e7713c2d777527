import type { TenantId } from "../../tenant-id.ts";
import type { JournalEntry } from "./order-journal.ts";

/** Every event of a tenant, in an order that never changes and that a reader can go on from. */
export interface ChangeFeed {
  /**
   * Up to `limit` events after a position, null for the beginning. Events of one order come in the order
   * of their versions. Whoever goes on from the last position given misses no event and gets none twice,
   * also while others write: an event is held back until none can come before it any more.
   *
   * Fewer than `limit` means that there is nothing more for now.
   */
  read(
    tenantId: TenantId,
    after: FeedPosition | null,
    limit: number,
  ): Promise<readonly FeedEntry[]>;

  /** How far the feed is behind the writers. */
  lag(): Promise<FeedLag>;
}

/** Where an event stands in the feed. Only the adapter that gave it knows what it means. */
export type FeedPosition = string;

export interface FeedEntry extends JournalEntry {
  readonly position: FeedPosition;
}

/** A write that takes long holds back what was written after it began. */
export interface FeedLag {
  /** Transactions that began to write since the oldest that still writes, 0 when none does. */
  readonly transactions: number;
  /**
   * Age of that oldest transaction in milliseconds, 0 when none writes; null when the store does not let
   * the reader see it.
   */
  readonly milliseconds: number | null;
}
