import type { TenantId } from "../../tenant-id.ts";

/** Gives out human order numbers. */
export interface OrderNumbers {
  /** A number this tenant was never given before. Numbers ascend per process and may have gaps. */
  next(tenantId: TenantId): Promise<string>;
}
