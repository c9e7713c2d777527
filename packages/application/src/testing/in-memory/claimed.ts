import { err, type Result } from "neverthrow";
import type { IdempotencyClaim, RecordedOutcome } from "../../idempotency.ts";
import type { Outcome } from "../../outcome.ts";
import type { Rejection } from "../../rejection.ts";
import type { TenantData } from "./in-memory-store.ts";

/** How a value becomes what its key records, and comes back from it. */
export interface Recording<T> {
  readonly record: (value: T) => RecordedOutcome;
  readonly recall: (outcome: RecordedOutcome) => Result<T, Rejection>;
}

/** Runs `work` unless its key already stands for an outcome; then that is the answer. */
export const claimed = <T>(
  data: TenantData,
  claim: IdempotencyClaim | null,
  { record, recall }: Recording<T>,
  work: () => Result<T, Rejection>,
  isFinal: (rejection: Rejection) => boolean = () => true,
): Outcome<T> => {
  if (claim === null) return { result: work(), replayed: false };

  const id = JSON.stringify([claim.clientId, claim.key]);
  const known = data.keys.get(id);
  if (known)
    return known.fingerprint === claim.fingerprint
      ? { result: recall(known.outcome), replayed: true }
      : { result: err({ type: "IdempotencyKeyReused" }), replayed: false };

  const result = work();
  if (result.isErr() && !isFinal(result.error)) return { result, replayed: false };
  const outcome = result.match(record, (rejection) => ({ kind: "rejected", rejection }) as const);
  data.keys.set(id, { fingerprint: claim.fingerprint, outcome });
  return { result, replayed: false };
};
