import type { Actor } from "../../shared/actor.ts";
import type { Timestamp } from "../../shared/timestamp.ts";

export interface EventBase {
  readonly at: Timestamp;
  readonly actor: Actor;
}
