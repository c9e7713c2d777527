import type { TenantId } from "@ordo/application";
import { Alarm } from "./alarm.ts";
import { Overloaded } from "./overloaded.ts";

export interface BatchQueueOptions {
  /** Batches that run at once. */
  readonly lanes: number;
  /** Items in a batch at most. */
  readonly maxBatch: number;
  /** Items that wait at most; one more is refused. */
  readonly maxQueued: number;
}

/**
 * Fewer are not worth another batch. Of more, a lane leaves the others their share: who came together is answered
 * together and comes back together, so one large batch would stay one, with all waiting for it by turns: this process
 * for the database, and the database for this process.
 */
const worthwhile = 24;

/** Runs a batch of one tenant and gives back what is to be queued again. Must not throw. */
export type RunBatch<T> = (batch: readonly T[]) => Promise<readonly T[]>;

/** Whose item it is, until when it may wait, and how it is told that it did not get its turn. */
export interface BatchItems<T> {
  readonly tenantOf: (item: T) => TenantId;
  /** By `performance.now()`. */
  readonly deadlineOf: (item: T) => number;
  /** Its deadline passed while it waited. */
  readonly giveUp: (item: T) => void;
}

/**
 * Collects items while its lanes are busy; a lane that is free takes what has come in. Nothing waits for
 * company: at rest, an item is a batch of one. A batch is one tenant's; tenants take turns.
 */
export class BatchQueue<T> {
  readonly #run: RunBatch<T>;
  readonly #items: BatchItems<T>;
  readonly #options: BatchQueueOptions;
  readonly #waiting = new Map<TenantId, T[]>();
  #queued = 0;
  #busy = 0;
  #awakened = false;
  readonly #alarm = new Alarm(() => this.#giveUpLate());

  constructor(run: RunBatch<T>, items: BatchItems<T>, options: BatchQueueOptions) {
    this.#run = run;
    this.#items = items;
    this.#options = options;
  }

  /** Items that wait for a lane now. */
  get length(): number {
    return this.#queued;
  }

  /** @throws Overloaded when too many wait */
  add(item: T): void {
    if (this.#queued >= this.#options.maxQueued)
      throw new Overloaded(`${String(this.#queued)} wait already`);
    this.#waitingOf(item).push(item);
    this.#queued += 1;
    this.#alarm.setFor(this.#items.deadlineOf(item));
    this.#wake();
  }

  #waitingOf(item: T): T[] {
    const tenantId = this.#items.tenantOf(item);
    const waiting = this.#waiting.get(tenantId) ?? [];
    this.#waiting.set(tenantId, waiting);
    return waiting;
  }

  // After the events at hand, so that what came in with one read of the sockets leaves together.
  #wake(): void {
    if (this.#awakened || this.#busy >= this.#options.lanes) return;
    this.#awakened = true;
    setImmediate(() => {
      this.#awakened = false;
      while (this.#busy < this.#options.lanes && this.#waiting.size > 0) void this.#occupyLane();
    });
  }

  async #occupyLane(): Promise<void> {
    this.#busy += 1;
    for (let batch = this.#take(); batch.length > 0; batch = this.#take()) {
      const again = await this.#run(batch);
      // In front, so that nobody overtakes.
      for (const item of again.toReversed()) {
        this.#waitingOf(item).unshift(item);
        this.#alarm.setFor(this.#items.deadlineOf(item));
      }
      this.#queued += again.length;
      // This lane may take but its share of them.
      if (again.length > 0) this.#wake();
    }
    this.#busy -= 1;
  }

  /** However busy the lanes are, nobody waits longer than it may. */
  #giveUpLate(): void {
    const now = performance.now();
    let next = Infinity;
    for (const [tenantId, waiting] of this.#waiting) {
      const late = waiting.filter((item) => this.#items.deadlineOf(item) <= now);
      const inTime = waiting.filter((item) => this.#items.deadlineOf(item) > now);
      this.#queued -= late.length;
      if (inTime.length === 0) this.#waiting.delete(tenantId);
      else if (late.length > 0) this.#waiting.set(tenantId, inTime);
      for (const item of late) this.#items.giveUp(item);
      for (const item of inTime) next = Math.min(next, this.#items.deadlineOf(item));
    }
    this.#alarm.setFor(next);
  }

  /** The next batch of the tenant whose turn it is. */
  #take(): readonly T[] {
    const [next] = this.#waiting;
    if (next === undefined) return [];
    const [tenantId, waiting] = next;
    const share = Math.ceil(waiting.length / this.#options.lanes);
    const batch = waiting.splice(0, Math.min(this.#options.maxBatch, Math.max(share, worthwhile)));
    this.#queued -= batch.length;
    this.#waiting.delete(tenantId);
    if (waiting.length > 0) this.#waiting.set(tenantId, waiting);
    return batch;
  }
}
