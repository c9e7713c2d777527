import type { Rejection } from "@ordo/application";
import type { Order, OrderEvent } from "@ordo/domain";
import type { Result } from "neverthrow";
import { type Applied, applyEvents } from "./apply-events.ts";
import type { QueuedWrite } from "./queued-write.ts";

/** What a write that is accepted would do. */
export interface Trial extends Applied {
  readonly events: readonly OrderEvent[];
}

/** Decides a write on the order as it is now. @throws what `decide` and `evolve` throw, which only a bug does */
export const tryWrite = (
  { request, decidedOnNothing }: QueuedWrite,
  current: Order | undefined,
): Result<Trial, Rejection> => {
  const decision = current === undefined ? decidedOnNothing : request.decide(current);
  return decision.map((events) =>
    events.length === 0 && current !== undefined
      ? { after: current, movements: [], events }
      : { ...applyEvents(current, events), events },
  );
};
