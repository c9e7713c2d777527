import type { Writable } from "node:stream";

/** Where a command writes: results to `out`, progress and errors to `err`. */
export interface Terminal {
  readonly out: Writable;
  readonly err: Writable & { readonly isTTY?: boolean };
}

/** What `ordo` exits with. */
export const exitCode = {
  ok: 0,
  /** The command ran, and what it checked is not as it should be. */
  faulty: 1,
  /** The command could not run: wrong arguments, no database. */
  failed: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
