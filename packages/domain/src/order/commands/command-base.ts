import type { Actor } from "../../shared/actor.ts";
import type { Timestamp } from "../../shared/timestamp.ts";

export interface CommandBase {
  /** When the command was accepted. Time and ids arrive here, so that deciding twice gives the same. */
  readonly at: Timestamp;
  readonly actor: Actor;
}
