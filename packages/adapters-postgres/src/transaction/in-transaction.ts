import type { Kysely, Transaction } from "kysely";
import type { Database } from "../database.ts";
import { isSqlState, sqlState } from "../sql-state.ts";

const maxAttempts = 3;

/**
 * Runs `work` in a transaction, again when the database undid it for a reason that passes. `work` must
 * have no effect but on the database. Any other failure is thrown: after a lost connection nobody knows
 * whether it committed, and only the caller's idempotency key can tell.
 */
export const inTransaction = async <T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel("read committed").execute(work);
    } catch (error) {
      if (attempt === maxAttempts || !passes(error)) throw error;
    }
  }
};

const passes = (error: unknown): boolean =>
  isSqlState(error, sqlState.deadlockDetected) ||
  isSqlState(error, sqlState.serializationFailure) ||
  isFirstWriteRace(error);

// Two first commands on one order id: there is no row yet that the second could have waited for.
// Run again, it finds the order and decides on it.
const isFirstWriteRace = (error: unknown): boolean =>
  isSqlState(error, sqlState.uniqueViolation) && error.constraint === "orders_pkey";
