import { idempotencyRetentionDays, type IdempotencyRetention } from "@ordo/application";
import { type RawBuilder, sql } from "kysely";
import { asSweeper } from "./connection/as-sweeper.ts";
import type { OrdoDatabase } from "./database.ts";

export const makePostgresIdempotencyRetention = (database: OrdoDatabase): IdempotencyRetention => ({
  forgetOld: async (limit) => {
    const { numAffectedRows } = await asSweeper(database, (trx) =>
      forgetOldQuery(limit).execute(trx),
    );
    return Number(numAffectedRows ?? 0);
  },
});

/** The policy refuses younger keys in any case; the condition is here for the index. Exported for its plan to be tested. */
export const forgetOldQuery = (limit: number): RawBuilder<unknown> => sql`
  delete from idempotency_keys
   where ctid = any(array(
           select ctid
             from idempotency_keys
            where created_at < now() - ${sql.lit(`${String(idempotencyRetentionDays)} days`)}::interval
            order by created_at
            limit ${limit}))`;
