import type { Timestamp } from "@ordo/domain";

export interface Clock {
  now(): Timestamp;
}
