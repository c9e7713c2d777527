import type { FulfillmentId } from "../../shared/ids.ts";
import type { Timestamp } from "../../shared/timestamp.ts";
import type { LineQuantity } from "../order-line.ts";

export type FulfillmentState = "pending" | "packed" | "shipped" | "delivered" | "canceled";

export interface Tracking {
  readonly carrier: string | null;
  readonly trackingNumbers: readonly string[];
}

/** Units that travel together. */
export interface Fulfillment extends Tracking {
  readonly id: FulfillmentId;
  readonly status: FulfillmentState;
  readonly lines: readonly LineQuantity[];
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}
