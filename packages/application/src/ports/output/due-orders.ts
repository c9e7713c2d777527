import type { OrderId, Timestamp } from "@ordo/domain";
import type { TenantId } from "../../tenant-id.ts";

/** Finds the orders that a scheduled task must see to, ascending by id, those after a given one. */
export interface DueOrders {
  /** Pending orders whose deadline is at or before the time. */
  expirable(tenantId: TenantId, at: Timestamp, page: DuePage): Promise<readonly OrderId[]>;

  /** Orders with a payment operation of unknown outcome, or one requested at or before the time and still open. */
  unsettled(tenantId: TenantId, at: Timestamp, page: DuePage): Promise<readonly OrderId[]>;
}

export interface DuePage {
  readonly limit: number;
  readonly after: OrderId | null;
}
