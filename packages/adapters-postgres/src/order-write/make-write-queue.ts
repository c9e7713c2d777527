import { BatchQueue, type BatchQueueOptions, type RunBatch } from "../batch/batch-queue.ts";
import { type QueuedWrite, tenantOf } from "./queued-write.ts";
import { silentObserver, type WriteObserver } from "./write-observer.ts";

export interface WriteOptions extends BatchQueueOptions {
  /** Milliseconds after which a write that still waits for its turn is given up. */
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
  const alone = new BatchQueue(run, tenantOf, { ...options, ...aside });
  const runTogether: RunBatch<QueuedWrite> = async (batch) => {
    const again = await run(batch);
    for (const write of again) if (write.alone) setAside(alone, write);
    return again.filter((write) => !write.alone);
  };
  const together = new BatchQueue(runTogether, tenantOf, options);
  observer.watchQueue(() => together.length + alone.length);
  return { queue: (write: QueuedWrite): void => together.add(write), patience };
};

const setAside = (alone: BatchQueue<QueuedWrite>, write: QueuedWrite): void => {
  try {
    alone.add(write);
  } catch (error) {
    write.fail(error);
  }
};
