import type { TenantId } from "@ordo/application";
import type { PipelinedStatement } from "../connection/pipeline.ts";

/**
 * How long a batch waits for any one lock, in milliseconds: a key that a rival claims, an order, a product.
 * Short, because everyone in the batch waits along.
 */
const lockWaitMs = 2_000;

/**
 * Whose rows the batch may see and write, how long it waits for a lock, and that its statements are planned
 * once per connection: their plans do not depend on the values.
 */
export const batchSettings = (tenantId: TenantId): PipelinedStatement => ({
  name: "ordo_batch_settings",
  text: `
select set_config('app.tenant_id', $1, true),
       set_config('lock_timeout', $2, true),
       set_config('plan_cache_mode', 'force_generic_plan', true)`,
  values: [tenantId, String(lockWaitMs)],
});
