import type { Outcome, Rejection } from "@ordo/application";
import type { Kysely, Transaction } from "kysely";
import { err, ok, type Result } from "neverthrow";
import type { Database } from "../database.ts";
import { isSqlState, sqlState } from "../sql-state.ts";
import { inTransaction } from "../transaction/in-transaction.ts";

/** A change of one customer or product. */
export interface RowChange<T extends { readonly version: number }> {
  /** Reads the row and locks it until the transaction ends. */
  readonly lock: (trx: Transaction<Database>) => Promise<T | undefined>;
  readonly missing: Rejection;
  readonly change: (current: T, trx: Transaction<Database>) => Promise<Result<T, Rejection>>;
  readonly store: (trx: Transaction<Database>, changed: T) => Promise<void>;
  /** The unique index that may refuse the change, and the refusal. */
  readonly unique: { readonly index: string; readonly taken: (changed: T) => Rejection };
}

/** Changes a row under its lock; the same version again writes nothing. */
export const changeRow = async <T extends { readonly version: number }>(
  db: Kysely<Database>,
  { lock, missing, change, store, unique }: RowChange<T>,
): Promise<Outcome<T>> => {
  let attempted: T | undefined;
  try {
    const result = await inTransaction(db, async (trx): Promise<Result<T, Rejection>> => {
      const current = await lock(trx);
      if (current === undefined) return err(missing);
      const changed = await change(current, trx);
      if (changed.isErr()) return err(changed.error);
      if (changed.value.version === current.version) return ok(current);
      attempted = changed.value;
      await store(trx, attempted);
      return ok(attempted);
    });
    return { result, replayed: false };
  } catch (error) {
    // The transaction held nothing else, so that its end undoes nothing but this.
    const refused =
      isSqlState(error, sqlState.uniqueViolation) && error.constraint === unique.index;
    if (refused && attempted !== undefined)
      return { result: err(unique.taken(attempted)), replayed: false };
    throw error;
  }
};
