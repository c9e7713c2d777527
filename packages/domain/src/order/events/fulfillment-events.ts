import type { FulfillmentId } from "../../shared/ids.ts";
import type { Tracking } from "../fulfillments/fulfillment.ts";
import type { LineQuantity } from "../order-line.ts";
import type { EventBase } from "./event-base.ts";

interface FulfillmentEventBase extends EventBase {
  readonly fulfillmentId: FulfillmentId;
}
export interface FulfillmentCreated extends FulfillmentEventBase, Tracking {
  readonly type: "fulfillment.created";
  readonly lines: readonly LineQuantity[];
}
export interface FulfillmentPacked extends FulfillmentEventBase {
  readonly type: "fulfillment.packed";
}
export interface FulfillmentShipped extends FulfillmentEventBase {
  readonly type: "fulfillment.shipped";
}
export interface FulfillmentDelivered extends FulfillmentEventBase {
  readonly type: "fulfillment.delivered";
}
export interface FulfillmentCanceled extends FulfillmentEventBase {
  readonly type: "fulfillment.canceled";
}
export interface FulfillmentTracked extends FulfillmentEventBase, Tracking {
  readonly type: "fulfillment.tracking_changed";
}

export type FulfillmentEvent =
  | FulfillmentCreated
  | FulfillmentPacked
  | FulfillmentShipped
  | FulfillmentDelivered
  | FulfillmentCanceled
  | FulfillmentTracked;
