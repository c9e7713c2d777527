import { BatchQueue, type BatchQueueOptions, type RunBatch } from "../batch/batch-queue.ts";
import { Overloaded } from "../batch/overloaded.ts";
import { deadlinePassed, giveUp, type QueuedWrite, tenantOf } from "./queued-write.ts";
import { silentObserver, type WriteObserver } from "./write-observer.ts";

export interface WriteOptions extends BatchQueueOptions {
  /** Milliseconds after which a write that still waits for its turn is given up, if its own deadline is not sooner. */
  readonly patience: number;
  readonly observer: WriteObserver;
}

export const defaultWriteOptions: WriteOptions = {
  lanes: 2,
  maxBatch: 64,
  maxQueued: 4_096,
  patience: 10_000,
  observer: silentObserver,
};

/** Writes that wait for a lock which others hold too long do it here, one each, and hold up nobody else. */
const aside = { lanes: 2, maxBatch: 1 };

/** Runs batches, telling the observer of each. */
export type RunObserved = (
  batch: readonly QueuedWrite[],
  observer: WriteObserver,
) => ReturnType<RunBatch<QueuedWrite>>;

/** The queue that writes go through, and beside it the one of those that must go alone. */
export const makeWriteQueue = (runObserved: RunObserved, given: Partial<WriteOptions>) => {
  const options = { ...defaultWriteOptions, ...given };
  const { observer, patience } = options;
  const run: RunBatch<QueuedWrite> = (batch) => runObserved(batch, observer);
  const alone = new BatchQueue(run, items, { ...options, ...aside });
  const runTogether: RunBatch<QueuedWrite> = async (batch) => {
    const again = await run(batch);
    for (const write of again) if (write.alone) enqueue(alone, write);
    return again.filter((write) => !write.alone);
  };
  const together = new BatchQueue(runTogether, items, options);
  observer.watchQueue(() => together.length + alone.length);
  return { queue: (write: QueuedWrite): void => enqueue(together, write), patience };
};

const items = {
  tenantOf,
  deadlineOf: ({ deadline }: QueuedWrite): number => deadline,
  giveUp: deadlinePassed,
};

const enqueue = (queue: BatchQueue<QueuedWrite>, write: QueuedWrite): void => {
  try {
    queue.add(write);
  } catch (error) {
    if (error instanceof Overloaded) giveUp(write, error.message);
    else write.fail(error);
  }
};
