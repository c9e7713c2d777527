import type {
  Amount,
  CustomerId,
  FulfillmentStatus,
  OrderId,
  OrderStatus,
  PaymentStatus,
  ProductId,
  RefundStatus,
  ReturnStatus,
  Timestamp,
} from "@ordo/domain";
import type { Deadline } from "../../deadline.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { TenantId } from "../../tenant-id.ts";
import type { OrderReading, RevisionKept } from "./order-reading.ts";

/** Reads beside the repository, of many orders and for readers that keep what they read. */
export interface OrderQueries {
  /**
   * Orders that match, in the order of `sort`, ties by id in the same direction; fewer than were asked for where they
   * are large (`maxPageBytes`), and without the states of those that are kept as they are. What still waits for its
   * turn at the deadline may be given up: it rejects.
   */
  list(
    tenantId: TenantId,
    query: OrderQuery,
    page: PageRequest<OrderPosition>,
    deadline?: Deadline,
    revisionKept?: RevisionKept,
  ): Promise<Page<OrderReading, OrderPosition>>;

  /** One order; without its state when it is at the revision that is kept. Its deadline is as that of a list. */
  reread(
    tenantId: TenantId,
    orderId: OrderId,
    revisionKept: string | undefined,
    deadline?: Deadline,
  ): Promise<OrderReading | undefined>;
}

/** Which orders, and in which order. */
export interface OrderQuery {
  readonly filter: OrderFilter;
  readonly sort: OrderSort;
}

/** Every condition given must hold; an absent one always does. */
export interface OrderFilter {
  readonly status?: OrderStatus;
  readonly paymentStatus?: PaymentStatus;
  readonly refundStatus?: RefundStatus;
  readonly fulfillmentStatus?: FulfillmentStatus;
  readonly returnStatus?: ReturnStatus;
  readonly customerId?: CustomerId;
  readonly channel?: string;
  /** Compared without regard to case. */
  readonly email?: string;
  readonly number?: string;
  /** One of the order's tags, exactly. */
  readonly tag?: string;
  /** A product that some line of the order holds. */
  readonly productId?: ProductId;
  /** Inclusive, as is every lower bound of a time. */
  readonly createdFrom?: Timestamp;
  /** Exclusive, as is every upper bound of a time, so that one day ends where the next begins. */
  readonly createdBefore?: Timestamp;
  readonly placedFrom?: Timestamp;
  readonly placedBefore?: Timestamp;
  /** Minor units of whichever currency an order has. Inclusive. */
  readonly totalMin?: Amount;
  /** Inclusive. */
  readonly totalMax?: Amount;
}

/**
 * What a list can be sorted by. Sorted by `placedAt` it holds the orders that have been placed, and no
 * draft. A `number` sorts as text, by its characters' code points. There is no sorting by `updatedAt`:
 * an order that changes would move, and a walk could skip or repeat it; the change feed tells of
 * changes without either.
 */
export type OrderSortKey = "createdAt" | "placedAt" | "total" | "number";

export interface OrderSort {
  readonly by: OrderSortKey;
  readonly direction: "asc" | "desc";
}

/** The sort of a list when nobody asks for another. */
export const newestFirst: OrderSort = { by: "createdAt", direction: "desc" };

/**
 * Where an order stands in a list, meaningful only in the sort it was made in. In `createdAt` and
 * `number` it never changes, so a walk never repeats or skips; an order whose total changes meanwhile
 * moves in a list by `total`.
 */
export interface OrderPosition {
  /** The value sorted by; times in milliseconds. */
  readonly key: number | string;
  readonly id: OrderId;
}
