import type { CustomerId, Order, OrderId } from "@ordo/domain";

/** An order as it is now, for a reader that keeps what it has read. */
export interface OrderReading {
  readonly id: OrderId;
  /**
   * Names the order's whole history, opaque: two readings of an order have the same revision exactly when they have
   * the same state. Unlike a version it never comes again with another content, also not after a failover that lost
   * writes.
   */
  readonly revision: string;
  readonly customerId: CustomerId | null;
  /** May be null when the order is at the revision that the reader has kept. */
  readonly order: Order | null;
}

/** The revision at which a reader has kept an order; undefined when it has not. */
export type RevisionKept = (id: OrderId) => string | undefined;
