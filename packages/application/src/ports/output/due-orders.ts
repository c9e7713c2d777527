import type { OrderId, Timestamp } from "@ordo/domain";
import type { TenantId } from "../../tenant-id.ts";

/** Finds the orders that a scheduled task must see to: what fell due first comes first, ties by id. */
export interface DueOrders {
  /**
   * Pending orders whose deadline is at or before the time. A store with a clock of its own holds back
   * what is not due by that one, so that a caller's clock that is fast expires nothing early.
   */
  expirable(tenantId: TenantId, at: Timestamp, page: DuePage): Promise<readonly DueOrder[]>;

  /** Orders with a payment operation whose outcome nobody knows, requested at or before the time. */
  unsettled(tenantId: TenantId, at: Timestamp, page: DuePage): Promise<readonly DueOrder[]>;
}

export interface DueOrder {
  readonly id: OrderId;
  /** The deadline that passed; when the first open operation was requested. */
  readonly dueAt: Timestamp;
}

export interface DuePage {
  readonly limit: number;
  /** Those behind this one. */
  readonly after: DueOrder | null;
}
