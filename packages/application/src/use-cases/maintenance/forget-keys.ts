import type { MaintenanceReport, MaintenanceRun } from "../../ports/input/maintenance.ts";
import type { IdempotencyRetention } from "../../ports/output/idempotency-retention.ts";

// Keys per transaction: short enough that nobody waits for it.
const BATCH = 1_000;

// So many batches make one run; the next one goes on.
const BATCHES = 100;

export const forgetKeys = async (
  retention: IdempotencyRetention,
  { shouldStop = () => false, onProgress = () => undefined }: MaintenanceRun = {},
): Promise<MaintenanceReport> => {
  const nothingElse = { skipped: 0, oldestSkipped: null, failures: [] };
  let done = 0;
  for (let batch = 0; batch < BATCHES && !shouldStop(); batch += 1) {
    const forgotten = await retention.forgetOld(BATCH);
    done += forgotten;
    onProgress(done);
    if (forgotten < BATCH) return { ...nothingElse, done, remaining: false };
  }
  return { ...nothingElse, done, remaining: true };
};
