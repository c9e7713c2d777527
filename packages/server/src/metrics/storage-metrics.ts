import { Gauge, Histogram, type Registry } from "prom-client";

/**
 * What the storage adapter tells of its inside. An adapter declares the part of it that it calls
 * as an option of its own: the shapes fit, and neither package imports the other.
 */
export interface StorageObserver {
  /** One batch of writes is done, however it ended. */
  batchWritten(batch: { readonly items: number; readonly seconds: number }): void;
  /** Asked at every scrape: writes that wait for a batch now. */
  watchQueue(length: () => number): void;
  /**
   * Asked at every scrape: seconds between now and the start of the oldest transaction that
   * holds the feed back, 0 without one.
   */
  watchHorizonLag(seconds: () => Promise<number>): void;
}

/** Batches, their queue, and how far the change feed is behind. */
export const makeStorageMetrics = (registry: Registry): StorageObserver => {
  const registers = [registry];
  const items = new Histogram({
    name: "ordo_write_batch_items",
    help: "Writes per batch",
    buckets: [1, 2, 4, 8, 16, 32, 64],
    registers,
  });
  const duration = new Histogram({
    name: "ordo_write_batch_duration_seconds",
    help: "Time of one batch, from BEGIN to the answer of COMMIT",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  let queueLength = (): number => 0;
  const queue = new Gauge({
    name: "ordo_write_queue_length",
    help: "Writes that wait for a batch now",
    registers,
    collect() {
      queue.set(queueLength());
    },
  });
  let horizonLag: () => Promise<number> = async () => 0;
  const lag = new Gauge({
    name: "ordo_journal_horizon_lag_seconds",
    help: "Age of the oldest transaction that holds the change feed back; -1 when PostgreSQL did not say",
    aggregator: "max",
    registers,
    async collect() {
      lag.set(await horizonLag().catch(() => -1));
    },
  });
  return {
    batchWritten: (batch) => {
      items.observe(batch.items);
      duration.observe(batch.seconds);
    },
    watchQueue: (length) => {
      queueLength = length;
    },
    watchHorizonLag: (seconds) => {
      horizonLag = seconds;
    },
  };
};
