import { inspect } from "node:util";
import { StartupError } from "../startup-error.ts";

/** What the operator can mend is told in a sentence; anything else with all there is to know. */
export const failPlainly = (error: unknown): void => {
  process.stderr.write(`${error instanceof StartupError ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
};
