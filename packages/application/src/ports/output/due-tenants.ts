import type { Timestamp } from "@ordo/domain";
import type { TenantId } from "../../tenant-id.ts";

/** Finds the tenants that have due orders, as `DueOrders` finds them in each; ascending by id. */
export interface DueTenants {
  expirable(at: Timestamp, page: TenantPage): Promise<readonly TenantId[]>;

  unsettled(at: Timestamp, page: TenantPage): Promise<readonly TenantId[]>;
}

export interface TenantPage {
  readonly limit: number;
  /** Those behind this one. */
  readonly after: TenantId | null;
}
