import type { IdempotencyClaim, RecordedOutcome, TenantId } from "@ordo/application";
import type { Transaction } from "kysely";
import { encodeRecordedOutcome } from "../codecs/recorded-outcome-codec.ts";
import type { Database } from "../database.ts";

/** Records what a claimed key stands for from now on. */
export const recordOutcome = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  { clientId, key }: IdempotencyClaim,
  outcome: RecordedOutcome,
): Promise<void> => {
  await trx
    .updateTable("idempotency_keys")
    .set({ outcome: encodeRecordedOutcome(outcome) })
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", clientId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
};

/** Gives a claimed key back, as if it had never been claimed. */
export const releaseKey = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  { clientId, key }: IdempotencyClaim,
): Promise<void> => {
  await trx
    .deleteFrom("idempotency_keys")
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", clientId)
    .where("key", "=", key)
    .execute();
};
