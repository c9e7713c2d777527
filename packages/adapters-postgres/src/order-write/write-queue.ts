import type { TenantId } from "@ordo/application";
import { Overloaded } from "./overloaded.ts";
import { type QueuedWrite, tenantOf } from "./queued-write.ts";

export interface WriteQueueOptions {
  /** Batches that run at once. */
  readonly lanes: number;
  /** Writes in a batch at most. */
  readonly maxBatch: number;
  /** Writes that wait at most; one more is refused. */
  readonly maxQueued: number;
}

/** Runs a batch of one tenant and gives back what is to be queued again. Must not throw. */
export type RunBatch = (batch: readonly QueuedWrite[]) => Promise<readonly QueuedWrite[]>;

/**
 * Collects writes while its lanes are busy; a lane that is free takes what has come in. Nothing waits for
 * company: at rest, a write is a batch of one. Tenants take turns.
 */
export class WriteQueue {
  readonly #run: RunBatch;
  readonly #options: WriteQueueOptions;
  readonly #waiting = new Map<TenantId, QueuedWrite[]>();
  #queued = 0;
  #busy = 0;
  #awakened = false;

  constructor(run: RunBatch, options: WriteQueueOptions) {
    this.#run = run;
    this.#options = options;
  }

  /** @throws Overloaded when too many wait */
  add(write: QueuedWrite): void {
    if (this.#queued >= this.#options.maxQueued)
      throw new Overloaded(`${String(this.#queued)} writes wait already`);
    this.#waitingOf(tenantOf(write)).push(write);
    this.#queued += 1;
    this.#wake();
  }

  #waitingOf(tenantId: TenantId): QueuedWrite[] {
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
      for (const write of again.toReversed()) this.#waitingOf(tenantOf(write)).unshift(write);
      this.#queued += again.length;
    }
    this.#busy -= 1;
  }

  /** The next batch of the tenant whose turn it is. */
  #take(): readonly QueuedWrite[] {
    const [next] = this.#waiting;
    if (next === undefined) return [];
    const [tenantId, waiting] = next;
    const batch = waiting.splice(0, this.#options.maxBatch);
    this.#queued -= batch.length;
    this.#waiting.delete(tenantId);
    if (waiting.length > 0) this.#waiting.set(tenantId, waiting);
    return batch;
  }
}
