import { Timestamp } from "@ordo/domain";
import type { Clock } from "../ports/output/clock.ts";

/** A clock that stands still until it is told to go on. */
export const makeFixedClock = (
  start = Timestamp(1_767_225_600_000),
): Clock & { advance(milliseconds: number): void } => {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now = Timestamp(now + milliseconds);
    },
  };
};
