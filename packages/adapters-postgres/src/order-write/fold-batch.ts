import { recordedOrder, type Rejection } from "@ordo/application";
import type { StockMovement } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { EventRow } from "./append-statement.ts";
import { eventRows, noOrder, type OrderInMemory } from "./order-in-memory.ts";
import type { QueuedWrite } from "./queued-write.ts";
import type { StockInMemory } from "./stock-in-memory.ts";
import { type Trial, tryWrite } from "./try-write.ts";
import { WaitingWrites } from "./waiting-writes.ts";
import type { Written } from "./written.ts";

/** What a write comes to, if it and those before it in the batch take effect. */
export interface Verdict {
  readonly write: QueuedWrite;
  readonly result: Result<Written, Rejection>;
  /** The order number that it brings into use; null when it makes no order. */
  readonly newNumber: string | null;
}

/** A batch run in memory: nothing is written yet. */
export interface Folded {
  readonly verdicts: readonly Verdict[];
  /** Every order that was written, by id, as the last write left it; `n` is the first write's place. */
  readonly orders: ReadonlyMap<string, OrderInMemory & { readonly n: number }>;
  readonly events: readonly EventRow[];
  readonly movements: readonly StockMovement[];
  readonly postponed: readonly Postponed[];
}

/** A write that cannot run in this batch. */
export interface Postponed {
  readonly write: QueuedWrite;
  /** The number that it brings, as another write of the batch does; null when something else postpones it. */
  readonly number: string | null;
}

/**
 * Runs the writes one after the other on orders and stock in memory, as if each had the database to itself.
 * A write that has to wait is not overtaken by one that could make a difference to it. A write whose decision
 * throws has found a bug: it alone fails.
 */
export const foldBatch = (
  writes: readonly QueuedWrite[],
  loaded: ReadonlyMap<string, OrderInMemory>,
  stock: StockInMemory,
): Folded => {
  const orders = new Map<string, OrderInMemory & { readonly n: number }>();
  const verdicts: Verdict[] = [];
  const events: EventRow[] = [];
  const movements: StockMovement[] = [];
  const postponed: Postponed[] = [];
  const numbers = new Set<string>();
  const waiting = new WaitingWrites();

  for (const write of writes) {
    const { orderId } = write.request;
    const touched = orders.get(orderId);
    const before = touched ?? loaded.get(orderId) ?? noOrder;
    const n = verdicts.length;
    const trial = attempted(write, before);
    if (trial === undefined) continue;
    const newNumber = newNumberOf(trial, before);
    const twice = newNumber !== null && numbers.has(newNumber) && !write.numberTaken;
    const prospect = { orderId, newNumber, trial };
    if (twice || waiting.precede(prospect) || !isCovered(trial, stock)) {
      postponed.push({ write, number: twice ? newNumber : null });
      waiting.add(prospect);
      continue;
    }
    if (trial.isErr()) {
      verdicts.push({ write, result: err(trial.error), newNumber: null });
      continue;
    }
    const reserved = stock.move(trial.value.movements);
    if (reserved.isErr()) {
      verdicts.push({ write, result: err(reserved.error), newNumber: null });
      continue;
    }
    const { after, movements: moved, events: appended } = trial.value;
    if (newNumber !== null && write.numberTaken) {
      // After the stock, as a single write would find it; what was reserved for it is given back.
      stock.move(moved.map(reversed));
      const rejection = { type: "OrderNumberTaken", number: after.number } as const;
      verdicts.push({ write, result: err(rejection), newNumber: null });
      continue;
    }
    const { rows, chainHead } = eventRows(after, before.chainHead, appended);
    orders.set(orderId, { ...before, n: touched?.n ?? n, current: after, chainHead });
    for (const row of rows) events.push({ ...row, n });
    movements.push(...moved);
    if (newNumber !== null) numbers.add(newNumber);
    const recorded = recordedOrder(after, appended, write.request.subject);
    verdicts.push({ write, result: ok({ order: after, recorded }), newNumber });
  }
  return { verdicts, orders, events, movements, postponed };
};

const newNumberOf = (trial: Result<Trial, Rejection>, before: OrderInMemory): string | null =>
  trial.isOk() && before.current === undefined ? trial.value.after.number : null;

const isCovered = (trial: Result<Trial, Rejection>, stock: StockInMemory): boolean =>
  trial.isErr() || stock.covers(trial.value.movements);

const reversed = ({ productId, reserved, onHand }: StockMovement): StockMovement => ({
  productId,
  reserved: -reserved,
  onHand: -onHand,
});

const attempted = (
  write: QueuedWrite,
  before: OrderInMemory,
): Result<Trial, Rejection> | undefined => {
  try {
    return tryWrite(write, before.current);
  } catch (error) {
    write.fail(error);
    return undefined;
  }
};
