import type { OrderId, Timestamp } from "@ordo/domain";
import type { DueOrder } from "../output/due-orders.ts";

/** How much one pass over a tenant's due orders may do. */
export interface SweepInput {
  /** Orders to look at, at most. */
  readonly limit: number;
  /** Where an earlier pass stopped; absent or null for the order that fell due first. */
  readonly after?: DueOrder | null;
  /** Asked between orders; true ends the pass after those at hand. */
  readonly shouldStop?: () => boolean;
}

/** What one pass came to. */
export interface SweepReport {
  readonly done: number;
  /** Left alone, because nothing can be done about them now. */
  readonly skipped: number;
  /** When the first of these fell due; null when there are none. */
  readonly oldestSkipped: Timestamp | null;
  /** Orders on which a defect or a broken database ended the attempt; the others are not held up by it. */
  readonly failures: readonly SweepFailure[];
  /** Did the pass end at its limit, or where it was stopped, so that there may be more? */
  readonly remaining: boolean;
  /** The last order that had its turn, to go on `after`; null when none had. */
  readonly last: DueOrder | null;
  /** The time the pass judged by. */
  readonly at: Timestamp;
}

export interface SweepFailure {
  readonly orderId: OrderId;
  readonly error: unknown;
}
