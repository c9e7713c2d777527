import type { Result } from "neverthrow";
import type { ClaimFault } from "./idempotency.ts";
import type { Rejection } from "./rejection.ts";

/** What a write answers: the new state, or the one reason why there is none. */
export interface Outcome<T> {
  readonly result: Result<T, Rejection | ClaimFault>;
  /** True when an earlier request with the same key did the work, and this is its answer again. */
  readonly replayed: boolean;
}
