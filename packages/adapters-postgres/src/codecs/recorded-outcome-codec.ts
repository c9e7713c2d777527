import type { RecordedOutcome } from "@ordo/application";

export const encodeRecordedOutcome = (outcome: RecordedOutcome): string => JSON.stringify(outcome);

/**
 * Reads `idempotency_keys.outcome`. Trusted, not parsed again: only {@link encodeRecordedOutcome} writes
 * the column, once per row, and `json` keeps the text as written.
 */
export const decodeRecordedOutcome = (outcome: unknown): RecordedOutcome => {
  if (outcome === null) throw new Error("a committed idempotency key has no outcome");
  return outcome as RecordedOutcome;
};
