import {
  type Actor,
  decide,
  evolve,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type Timestamp,
} from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { Rejection } from "../rejection.ts";
import { addressed } from "./addressed.ts";

/** What a command is made of beside its input: when, by whom, and ids for what it makes. */
export interface Given {
  readonly at: Timestamp;
  readonly actor: Actor;
  readonly newId: () => string;
}

/** A command made ready before the order is known, or the refusal of what it refers to. */
export type Prepared = Result<PreparedCommand, Rejection>;

export interface PreparedCommand {
  readonly command: OrderCommand | CommandsOn;
  /** The id of what the command makes, for the answer to name it. */
  readonly subject?: string;
}

/** Commands that depend on the order as it is, told one after the other; none leaves it as it is. */
export type CommandsOn = (order: Order) => Result<readonly OrderCommand[], Rejection>;

/** Ready: the command, and the id of what it makes. */
export const ready = (command: OrderCommand | CommandsOn, subject?: string): Prepared =>
  ok({ command, ...(subject !== undefined && { subject }) });

/** What the prepared command does to the order: the events, or why not. */
export const decideOn = (
  order: Order,
  prepared: Prepared,
): Result<readonly OrderEvent[], Rejection> =>
  prepared
    .andThen(({ command }) => (typeof command === "function" ? command(order) : ok([command])))
    .andThen((commands) => decideInTurn(order, commands));

/** The events of commands told one after the other, all or none. */
const decideInTurn = (
  order: Order,
  commands: readonly OrderCommand[],
): Result<readonly OrderEvent[], Rejection> => {
  let current = order;
  const events: OrderEvent[] = [];
  for (const command of commands) {
    const decision = decide(current, command);
    if (decision.isErr()) {
      // Asking for what is so already is no refusal: it changes nothing.
      if (decision.error.type === "DetailsStayTheSame") continue;
      return err(addressed(decision.error));
    }
    const next = decision.value.reduce<Order>(evolve, current);
    if (command.type === "updateDraft" && saysTheSame(current, next)) continue;
    events.push(...decision.value);
    current = next;
  }
  return ok(events);
};

const saysTheSame = (a: Order, b: Order): boolean => essence(a) === essence(b);

const essence = ({ version: _version, updatedAt: _updatedAt, ...rest }: Order): string =>
  JSON.stringify(rest);
