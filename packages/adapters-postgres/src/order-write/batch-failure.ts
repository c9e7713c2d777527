import pg from "pg";
import { UnencodableValue } from "../batch/binary-array.ts";
import { isSqlState, sqlState } from "../sql-state.ts";

/** What a failure says about the writes of a batch. */
export type BatchFailure =
  /** Undone for a reason that passes. */
  | "again"
  /** Undone: one of the orders to be made exists. */
  | "order exists"
  /** Undone: the wait for a key was too long… */
  | "key in use"
  /** …or the wait for another lock. */
  | "lock timeout"
  /** Undone: the value of some write cannot be stored. */
  | "bad data"
  /** The connection was lost: done or undone, nobody knows. */
  | "connection lost"
  /** Undone: a bug or a fault of the schema. */
  | "fault";

// PostgreSQL says nothing of the sequence in which one statement's inserts run: any of these may be met first.
const madeAgain: ReadonlySet<string | undefined> = new Set([
  "orders_pkey",
  "order_lines_pkey",
  "order_events_pkey",
]);

export const batchFailure = (error: unknown): BatchFailure => {
  if (error instanceof UnencodableValue) return "bad data";
  if (isSqlState(error, sqlState.lockNotAvailable))
    // PostgreSQL tells in the error's context in which table it waited.
    return error.where?.includes("idempotency_keys") ? "key in use" : "lock timeout";
  if (isSqlState(error, sqlState.deadlockDetected)) return "again";
  if (isSqlState(error, sqlState.serializationFailure)) return "again";
  if (isSqlState(error, sqlState.uniqueViolation)) {
    if (madeAgain.has(error.constraint)) return "order exists";
    // Taken in this moment by a rival; looked at again, it is seen to be.
    if (error.constraint === "orders_number_key") return "again";
  }
  if (!(error instanceof pg.DatabaseError))
    return isConnectionLoss(error) ? "connection lost" : "fault";
  const state = error.code ?? "";
  if (/^(08|57P)/.test(state)) return "connection lost";
  return /^(22|23|54)/.test(state) ? "bad data" : "fault";
};

const isConnectionLoss = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && typeof error.code === "string") ||
    /^(Connection terminated|Query read timeout|Client )/.test(error.message));
