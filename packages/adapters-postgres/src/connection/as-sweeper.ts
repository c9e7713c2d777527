import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "../database.ts";
import { isSqlState, sqlState } from "../sql-state.ts";
import { sweeperRole } from "../sweeper-role.ts";

/** This login may not become the sweeper. */
export class SweeperRefused extends Error {
  override readonly name = "SweeperRefused";
}

/**
 * Runs `work` with the sweeper's rights: it sees what is due of every tenant, and nothing else. The role is
 * local to the transaction, so it cannot leak to the connection's next user, nor through pgbouncer.
 *
 * @throws SweeperRefused, which says what to grant
 */
export const asSweeper = <T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await becomeSweeper(trx);
    return work(trx);
  });

const becomeSweeper = async (trx: Transaction<Database>): Promise<void> => {
  try {
    await sql`set local role ${sql.id(sweeperRole)}`.execute(trx);
  } catch (error) {
    if (!isSqlState(error, sqlState.insufficientPrivilege)) throw error;
    throw new SweeperRefused(
      `this database login may not become ${sweeperRole}; as a superuser, say: grant ${sweeperRole} to ordo_app with inherit false, set true`,
      { cause: error },
    );
  }
};
