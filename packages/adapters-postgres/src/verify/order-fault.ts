import type { TenantId } from "@ordo/application";
import type { OrderId } from "@ordo/domain";

/** What of an order disagrees with its events. */
export type OrderCheck =
  /** Versions count from 1 without a gap, up to the order's own. */
  | "versions"
  /** Each event's hash is that of its text and all before it. */
  | "hash chain"
  /** An event's columns repeat what it says, and it can follow the one before. */
  | "events"
  /** The stored state is what the events fold to. */
  | "state"
  /** The columns of `orders` repeat the state. */
  | "columns"
  | "lines"
  | "tags";

export interface OrderFault {
  readonly check: OrderCheck;
  /** Where, in a few words; never the data itself, which may be personal. */
  readonly detail: string;
}

export interface FaultyOrder {
  readonly tenantId: TenantId;
  readonly orderId: OrderId;
  readonly number: string;
  readonly faults: readonly OrderFault[];
}
