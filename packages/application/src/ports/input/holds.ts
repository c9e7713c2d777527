import type { HoldId } from "@ordo/domain";
import type { CommandOrder, OrderTarget } from "./order-command.ts";

/** Blocks confirmation and fulfillment until released; `subject` is the hold. */
export type PlaceHold = CommandOrder<PlaceHoldInput>;

export interface PlaceHoldInput extends OrderTarget {
  readonly reason: string;
}

/** Rejections: `OrderItemNotFound`, `HoldIsReleased`. */
export type ReleaseHold = CommandOrder<ReleaseHoldInput>;

export interface ReleaseHoldInput extends OrderTarget {
  readonly holdId: HoldId;
}
