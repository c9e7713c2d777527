import pg from "pg";
import { OutcomeUnknown } from "./batch/outcome-unknown.ts";
import { Overloaded } from "./batch/overloaded.ts";
import { ReadOnlyServer } from "./connection/refuse-read-only.ts";

// SQLSTATE (PostgreSQL manual, appendix A): class 08 connection exceptions, 53 insufficient resources,
// 57 operator intervention and timeouts; 55P03 lock timeout; 25006 read-only server; 25P03, 25P04 transaction timeouts.
const passingStates = /^(08|53|57|55P03|25006|25P03|25P04)/;

const networkCodes: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);

// pg gives these no code.
const clientMessages =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error)/;

const passing = [Overloaded, OutcomeUnknown, ReadOnlyServer];

/** Was this thrown before anything of what was asked was done? */
export const isTurnedAway = (error: unknown): boolean => error instanceof Overloaded;

/**
 * Is this error PostgreSQL being away, full or too slow, or the queue in front of it full, so that the same request may succeed later?
 * Anything else is a bug or a fault of the schema.
 */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  if (passing.some((kind) => error instanceof kind)) return true;
  if (error instanceof pg.DatabaseError) return passingStates.test(error.code ?? "");
  if (!(error instanceof Error)) return false;
  return ("code" in error && networkCodes.has(error.code)) || clientMessages.test(error.message);
};
