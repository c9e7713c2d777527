import type { TenantId } from "@ordo/application";
import type { PipelinedStatement } from "./pipeline.ts";

/** Tells the policies of row-level security whose rows the transaction may see and write. */
export const tenantSetting = (tenantId: TenantId): PipelinedStatement => ({
  name: "ordo_tenant",
  text: "select set_config('app.tenant_id', $1, true)",
  values: [tenantId],
});
