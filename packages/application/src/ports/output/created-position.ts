import type { Timestamp } from "@ordo/domain";

/** Where a thing stands in a list that is newest first. Neither part ever changes, so a walk never repeats or skips. */
export interface CreatedPosition {
  readonly createdAt: Timestamp;
  readonly id: string;
}
