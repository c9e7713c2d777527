import { Registry } from "prom-client";
import { expect, test } from "vitest";
import { makeStorageMetrics } from "./storage-metrics.ts";

test("shows what a storage adapter feeds it, asked anew at each scrape", async () => {
  const registry = new Registry();
  const storage = makeStorageMetrics(registry);
  storage.batchWritten({ items: 12, seconds: 0.004 });
  let length = 3;
  storage.watchQueue(() => length);
  storage.watchHorizonLag(async () => 1.5);
  const first = await registry.metrics();
  expect(first).toMatch(/^ordo_write_batch_items_bucket\{le="16"\} 1$/m);
  expect(first).toMatch(/^ordo_write_queue_length 3$/m);
  expect(first).toMatch(/^ordo_journal_horizon_lag_seconds 1.5$/m);
  length = 4;
  expect(await registry.metrics()).toMatch(/^ordo_write_queue_length 4$/m);
});

test("a database that does not say how far the feed is fails no scrape", async () => {
  const registry = new Registry();
  makeStorageMetrics(registry).watchHorizonLag(() => Promise.reject(new Error("gone")));
  expect(await registry.metrics()).toMatch(/^ordo_journal_horizon_lag_seconds -1$/m);
});
