import type { FulfillmentId } from "../../shared/ids.ts";
import type { Tracking } from "../fulfillments/fulfillment.ts";
import type { LineQuantity } from "../order-line.ts";
import type { CommandBase } from "./command-base.ts";

export interface CreateFulfillment extends CommandBase, Tracking {
  readonly type: "createFulfillment";
  readonly fulfillmentId: FulfillmentId;
  readonly lines: readonly LineQuantity[];
}

interface OneFulfillment extends CommandBase {
  readonly fulfillmentId: FulfillmentId;
}

export interface PackFulfillment extends OneFulfillment {
  readonly type: "packFulfillment";
}
export interface ShipFulfillment extends OneFulfillment {
  readonly type: "shipFulfillment";
}
export interface DeliverFulfillment extends OneFulfillment {
  readonly type: "deliverFulfillment";
}
export interface CancelFulfillment extends OneFulfillment {
  readonly type: "cancelFulfillment";
}
export interface TrackFulfillment extends OneFulfillment, Tracking {
  readonly type: "trackFulfillment";
}

export type FulfillmentCommand =
  | CreateFulfillment
  | PackFulfillment
  | ShipFulfillment
  | DeliverFulfillment
  | CancelFulfillment
  | TrackFulfillment;
