import type { RefusalReason } from "./admission-options.ts";

/** Thrown instead of starting work that there is no room for. Nothing has happened. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`no room: ${reason}`);
    this.reason = reason;
  }
}
