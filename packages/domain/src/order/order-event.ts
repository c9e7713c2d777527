import type { Actor } from "../shared/actor.ts";
import type { Timestamp } from "../shared/timestamp.ts";
import type { Cancellation, OrderContents, OrderTerms } from "./order.ts";

interface EventBase {
  readonly at: Timestamp;
  readonly actor: Actor;
}

export interface OrderPlaced extends EventBase {
  readonly type: "order.placed";
  readonly terms: OrderTerms;
  readonly contents: OrderContents;
}

export interface OrderCanceled extends EventBase {
  readonly type: "order.canceled";
  readonly cancellation: Cancellation;
}

/** Everything that can have happened to an order. The n-th event of an order makes its version n. */
export type OrderEvent = OrderPlaced | OrderCanceled;
