import type { IdempotencyClaim, RecordedOutcome, TenantId } from "@ordo/application";
import { sql, type Transaction } from "kysely";
import { decodeRecordedOutcome } from "../codecs/recorded-outcome-codec.ts";
import type { Database } from "../database.ts";
import { isSqlState, sqlState } from "../sql-state.ts";
import { KeyInUse } from "./key-in-use.ts";

/** What claiming a key found. */
export type Claimed =
  /** The key is this transaction's. */
  | { readonly type: "mine" }
  /** It stands for this very request, which has run. */
  | { readonly type: "recorded"; readonly outcome: RecordedOutcome }
  /** It stands for another request. */
  | { readonly type: "reused" };

/** How long any lock of the transaction is waited for, in milliseconds: the key, the order, a product. */
const lockWaitMs = 3_000;

/**
 * Claims the key for this transaction. A rival that holds it uncommitted is waited for: the unique index
 * makes it so. Throws {@link KeyInUse} when that takes too long.
 */
export const claimKey = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  claim: IdempotencyClaim,
): Promise<Claimed> => {
  if (await insertKey(trx, tenantId, claim)) return { type: "mine" };

  const known = await trx
    .selectFrom("idempotency_keys")
    .select(["fingerprint", "outcome"])
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", claim.clientId)
    .where("key", "=", claim.key)
    .executeTakeFirst();
  // The rival's row was removed since the insert met it: as if it still ran, the caller comes again.
  if (known === undefined) throw new KeyInUse();
  return known.fingerprint === claim.fingerprint
    ? { type: "recorded", outcome: decodeRecordedOutcome(known.outcome) }
    : { type: "reused" };
};

const insertKey = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  { clientId, key, fingerprint }: IdempotencyClaim,
): Promise<boolean> => {
  try {
    // The first term is SET LOCAL lock_timeout, in the same round trip: the insert reads from it, so it runs first.
    const { rows } = await sql`
      with patience as materialized (select set_config('lock_timeout', ${String(lockWaitMs)}, true))
      insert into idempotency_keys (tenant_id, client_id, key, fingerprint)
      select ${tenantId}::uuid, ${clientId}, ${key}, ${fingerprint} from patience
      on conflict do nothing
      returning true`.execute(trx);
    return rows.length === 1;
  } catch (error) {
    if (isSqlState(error, sqlState.lockNotAvailable)) throw new KeyInUse({ cause: error });
    throw error;
  }
};
