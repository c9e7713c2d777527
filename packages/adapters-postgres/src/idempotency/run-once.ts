import type {
  IdempotencyClaim,
  Outcome,
  RecordedOutcome,
  Rejection,
  TenantId,
} from "@ordo/application";
import type { Kysely, Transaction } from "kysely";
import { err, ok, type Result } from "neverthrow";
import type { Database } from "../database.ts";
import { inTransaction } from "../transaction/in-transaction.ts";
import { claimKey } from "./claim-key.ts";
import { KeyInUse } from "./key-in-use.ts";
import { recordOutcome, releaseKey } from "./settle-key.ts";

/** A write that happens at most once per idempotency key. */
export interface OnceOnly<T> {
  readonly tenantId: TenantId;
  readonly claim: IdempotencyClaim | null;
  /** The effect. Whoever rejects has written nothing: a rejection commits, so that its key is recorded. */
  readonly effect: (trx: Transaction<Database>) => Promise<Result<T, Rejection>>;
  /** How a value becomes what its key records… */
  readonly record: (value: T) => RecordedOutcome;
  /** …and comes back from it. */
  readonly recall: (trx: Transaction<Database>, outcome: Accepted) => Promise<T>;
  /** Rejections that are not leave the key unclaimed. Absent: all are final. */
  readonly isFinal?: ((rejection: Rejection) => boolean) | undefined;
}

/** A recorded outcome that is no rejection. */
export type Accepted = Exclude<RecordedOutcome, { kind: "rejected" }>;

/** Claims the key, runs the effect and records its outcome in one transaction; or answers what is recorded. */
export const runOnce = async <T>(db: Kysely<Database>, write: OnceOnly<T>): Promise<Outcome<T>> => {
  const { claim } = write;
  try {
    return await inTransaction(db, async (trx) =>
      claim === null
        ? { result: await write.effect(trx), replayed: false }
        : await runClaimed(trx, write, claim),
    );
  } catch (error) {
    if (error instanceof KeyInUse)
      return { result: err({ type: "IdempotencyKeyInUse" }), replayed: false };
    throw error;
  }
};

const runClaimed = async <T>(
  trx: Transaction<Database>,
  write: OnceOnly<T>,
  claim: IdempotencyClaim,
): Promise<Outcome<T>> => {
  const claimed = await claimKey(trx, write.tenantId, claim);
  switch (claimed.type) {
    case "mine": {
      const result = await write.effect(trx);
      await settle(trx, write, claim, result);
      return { result, replayed: false };
    }
    case "recorded":
      return { result: await replayed(trx, write, claimed.outcome), replayed: true };
    case "reused":
      return { result: err({ type: "IdempotencyKeyReused" }), replayed: false };
  }
};

const settle = async <T>(
  trx: Transaction<Database>,
  { tenantId, record, isFinal = () => true }: OnceOnly<T>,
  claim: IdempotencyClaim,
  result: Result<T, Rejection>,
): Promise<void> => {
  if (result.isOk()) await recordOutcome(trx, tenantId, claim, record(result.value));
  else if (isFinal(result.error))
    await recordOutcome(trx, tenantId, claim, { kind: "rejected", rejection: result.error });
  else await releaseKey(trx, tenantId, claim);
};

const replayed = async <T>(
  trx: Transaction<Database>,
  { recall }: OnceOnly<T>,
  outcome: RecordedOutcome,
): Promise<Result<T, Rejection>> =>
  outcome.kind === "rejected" ? err(outcome.rejection) : ok(await recall(trx, outcome));
