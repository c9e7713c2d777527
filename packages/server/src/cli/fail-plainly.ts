import { inspect } from "node:util";
import { StartupError } from "../startup-error.ts";

/** What the operator can mend is told in a sentence; anything else with all there is to know. */
export const failPlainly = (error: unknown): void => {
  const first = firstOf(error);
  const told = first instanceof StartupError ? first.message : inspect(first);
  process.exitCode = 1;
  // A connection that PostgreSQL has not closed yet would keep the process for a minute.
  process.stderr.write(`${told}\n`, () => process.exit());
};

/** Of an error and those that cleaning up after it threw in turn, the error. */
const firstOf = (error: unknown): unknown =>
  error instanceof SuppressedError ? firstOf(error.suppressed) : error;
