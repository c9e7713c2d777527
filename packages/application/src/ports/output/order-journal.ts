import type { Order, OrderEvent, OrderId, Timestamp } from "@ordo/domain";
import type { Page, PageRequest } from "../../page.ts";
import type { TenantId } from "../../tenant-id.ts";

/** Reads what happened to an order, event by event. */
export interface OrderJournal {
  /**
   * The order as it was, folded from its events; undefined when it did not exist then, or never had
   * that version.
   */
  asOf(tenantId: TenantId, orderId: OrderId, moment: AsOf): Promise<Order | undefined>;

  /** The order's events, oldest first. Empty when there is no such order. */
  timeline(
    tenantId: TenantId,
    orderId: OrderId,
    page: PageRequest<TimelinePosition>,
  ): Promise<Page<JournalEntry, TimelinePosition>>;
}

/**
 * A moment in an order's life. A time stands for the highest version that carries a time not after it:
 * so there is never a gap, also where the clocks of two servers disagreed.
 */
export type AsOf = { readonly version: number } | { readonly at: Timestamp };

/** An event and where it stands. */
export interface JournalEntry {
  readonly orderId: OrderId;
  /** The version of the order that the event made: 1 is the first. With the order's id it names the event. */
  readonly version: number;
  readonly event: OrderEvent;
}

/** Where an event stands in its order's timeline. */
export interface TimelinePosition {
  readonly version: number;
}
