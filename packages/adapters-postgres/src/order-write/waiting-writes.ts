import type { Rejection } from "@ordo/application";
import type { OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { Trial } from "./try-write.ts";

/** A write as it would come out now. */
export interface Prospect {
  readonly orderId: OrderId;
  /** The order number that it brings into use; null when it makes no order. */
  readonly newNumber: string | null;
  readonly trial: Result<Trial, Rejection>;
}

/** The writes of a batch that have to wait, and what they may come to. */
export class WaitingWrites {
  readonly #orders = new Set<OrderId>();
  readonly #numbers = new Set<string>();
  #moveStock = false;

  add({ orderId, newNumber, trial }: Prospect): void {
    this.#orders.add(orderId);
    if (newNumber !== null) this.#numbers.add(newNumber);
    // What is refused on an order that waits may be accepted later.
    this.#moveStock ||= trial.isErr() || movesStock(trial);
  }

  /** Could one of them make a difference to a write behind them: on its order, its number, or the last unit? */
  precede({ orderId, newNumber, trial }: Prospect): boolean {
    return (
      this.#orders.has(orderId) ||
      (newNumber !== null && this.#numbers.has(newNumber)) ||
      (this.#moveStock && movesStock(trial))
    );
  }
}

const movesStock = (trial: Result<Trial, Rejection>): boolean =>
  trial.isOk() && trial.value.movements.length > 0;
