import type { Timestamp } from "../../shared/timestamp.ts";
import type { DetailChanges } from "../order-details.ts";
import type { LineQuantity } from "../order-line.ts";
import type { Cancellation, OrderContents, OrderTerms } from "../order.ts";
import type { EventBase } from "./event-base.ts";

export interface OrderDrafted extends EventBase {
  readonly type: "order.drafted";
  readonly terms: OrderTerms;
  readonly contents: OrderContents;
}
export interface OrderDraftUpdated extends EventBase {
  readonly type: "order.draft_updated";
  readonly terms: OrderTerms;
  readonly contents: OrderContents;
}
export interface OrderPlaced extends EventBase {
  readonly type: "order.placed";
  readonly terms: OrderTerms;
  readonly contents: OrderContents;
  readonly expiresAt: Timestamp | null;
}
export interface OrderConfirmed extends EventBase {
  readonly type: "order.confirmed";
}
export interface OrderExpired extends EventBase {
  readonly type: "order.expired";
}
export interface OrderCanceled extends EventBase {
  readonly type: "order.canceled";
  readonly cancellation: Cancellation;
}
export interface OrderLinesCanceled extends EventBase {
  readonly type: "order.lines_canceled";
  readonly lines: readonly LineQuantity[];
  readonly reason: string;
}
export interface OrderCompleted extends EventBase {
  readonly type: "order.completed";
}
/** A completed order has units to deliver again. */
export interface OrderReopened extends EventBase {
  readonly type: "order.reopened";
}
export interface OrderArchived extends EventBase {
  readonly type: "order.archived";
}
export interface OrderUnarchived extends EventBase {
  readonly type: "order.unarchived";
}
/** Only the keys that changed, with their new values. */
export interface OrderDetailsChanged extends EventBase {
  readonly type: "order.details_changed";
  readonly changes: DetailChanges;
}

export type LifecycleEvent =
  | OrderConfirmed
  | OrderExpired
  | OrderCanceled
  | OrderLinesCanceled
  | OrderCompleted
  | OrderReopened;

export type DetailEvent = OrderArchived | OrderUnarchived | OrderDetailsChanged;
