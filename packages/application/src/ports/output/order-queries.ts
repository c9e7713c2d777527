import type { CustomerId, Order, OrderId, OrderStatus, Timestamp } from "@ordo/domain";
import type { Page, PageRequest } from "../../page.ts";
import type { TenantId } from "../../tenant-id.ts";

/** Reads over many orders. */
export interface OrderQueries {
  /** Orders that match, newest first by (createdAt, id). */
  list(
    tenantId: TenantId,
    filter: OrderFilter,
    page: PageRequest<OrderPosition>,
  ): Promise<Page<Order, OrderPosition>>;
}

/** Every condition given must hold; an absent one always does. */
export interface OrderFilter {
  readonly status?: OrderStatus;
  readonly customerId?: CustomerId;
  readonly channel?: string;
  /** Compared without regard to case. */
  readonly email?: string;
  readonly number?: string;
}

/** Where an order stands in the list. Neither part ever changes, so a walk never repeats or skips. */
export interface OrderPosition {
  readonly createdAt: Timestamp;
  readonly id: OrderId;
}
