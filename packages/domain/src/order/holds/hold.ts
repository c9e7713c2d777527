import type { HoldId } from "../../shared/ids.ts";
import type { Timestamp } from "../../shared/timestamp.ts";

/** While open it blocks confirmation and fulfillment. */
export interface Hold {
  readonly id: HoldId;
  readonly reason: string;
  readonly placedAt: Timestamp;
  /** Null while open. */
  readonly releasedAt: Timestamp | null;
}
