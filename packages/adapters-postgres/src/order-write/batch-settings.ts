import type { TenantId } from "@ordo/application";
import type { PipelinedStatement } from "../connection/pipeline.ts";
import type { QueuedWrite } from "./queued-write.ts";

/**
 * How long a batch waits for any one lock, in milliseconds: a key that a rival claims, an order, a product.
 * Short, because everyone in the batch waits along.
 */
const lockWaitMs = 2_000;

/**
 * Whose rows the batch may see and write, how long it waits for a lock, and that its statements are planned
 * once per connection: their plans do not depend on the values.
 */
export const batchSettings = (
  tenantId: TenantId,
  writes: readonly QueuedWrite[],
): PipelinedStatement => ({
  name: "ordo_batch_settings",
  text: `
select set_config('app.tenant_id', $1, true),
       set_config('lock_timeout', $2, true),
       set_config('plan_cache_mode', 'force_generic_plan', true)`,
  values: [tenantId, String(lockWaitFor(writes))],
});

/** No longer than somebody waits; 0 would be without end. */
const lockWaitFor = (writes: readonly QueuedWrite[]): number => {
  const left = Math.max(...writes.map(({ deadline }) => deadline)) - performance.now();
  return Math.max(1, Math.min(lockWaitMs, Math.floor(left)));
};
