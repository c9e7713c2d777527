import { err, ok, type Result } from "neverthrow";
import type { IdempotencyClaim, RecordedOutcome } from "../../idempotency.ts";
import type { Outcome } from "../../outcome.ts";
import type { Rejection } from "../../rejection.ts";
import type { TenantData } from "./in-memory-store.ts";

/** A write that happens at most once per idempotency key. */
export interface OnceOnly<T> {
  readonly claim: IdempotencyClaim | null;
  readonly work: () => Result<T, Rejection>;
  /** How a value becomes what its key records… */
  readonly record: (value: T) => RecordedOutcome;
  /** …and comes back from it. */
  readonly recall: (outcome: Accepted) => T;
  readonly isFinal?: ((rejection: Rejection) => boolean) | undefined;
  /** Does the work carry on with what the key records? Then it runs, and a rejection leaves that as it was. */
  readonly continues?: ((outcome: RecordedOutcome) => boolean) | undefined;
}

/** A recorded outcome that is no rejection. */
export type Accepted = Exclude<RecordedOutcome, { readonly kind: "rejected" }>;

/** Runs the work unless its key already stands for an outcome; then that is the answer. */
export const claimed = <T>(data: TenantData, once: OnceOnly<T>): Outcome<T> => {
  const { claim, work, record, recall, isFinal = () => true, continues = () => false } = once;
  if (claim === null) return { result: work(), replayed: false };

  const id = JSON.stringify([claim.clientId, claim.key]);
  const known = data.keys.get(id);
  if (known && known.fingerprint !== claim.fingerprint)
    return { result: err({ type: "IdempotencyKeyReused" }), replayed: false };
  const carriesOn = known !== undefined && continues(known.outcome);
  if (known && !carriesOn) return { result: recalled(known.outcome, recall), replayed: true };

  const result = work();
  if (result.isErr() && (carriesOn || !isFinal(result.error))) return { result, replayed: false };
  const outcome = result.match(record, (rejection) => ({ kind: "rejected", rejection }) as const);
  data.keys.set(id, { fingerprint: claim.fingerprint, outcome, age: known?.age ?? 0 });
  return { result, replayed: false };
};

const recalled = <T>(outcome: RecordedOutcome, recall: (outcome: Accepted) => T) =>
  outcome.kind === "rejected" ? err(outcome.rejection) : ok(recall(outcome));
