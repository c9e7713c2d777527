import type { AmendmentEvent } from "./events/amendment-events.ts";
import type { FulfillmentEvent } from "./events/fulfillment-events.ts";
import type {
  DetailEvent,
  LifecycleEvent,
  OrderDrafted,
  OrderDraftUpdated,
  OrderPlaced,
} from "./events/lifecycle-events.ts";
import type { PaymentEvent } from "./events/payment-events.ts";
import type { ReturnEvent } from "./events/return-events.ts";

export type { OrderCanceled, OrderPlaced } from "./events/lifecycle-events.ts";

/** Everything that can have happened to an order. The n-th event of an order makes its version n. */
export type OrderEvent =
  | OrderDrafted
  | OrderDraftUpdated
  | OrderPlaced
  | LifecycleEvent
  | DetailEvent
  | AmendmentEvent
  | PaymentEvent
  | FulfillmentEvent
  | ReturnEvent;

export type OrderEventType = OrderEvent["type"];
