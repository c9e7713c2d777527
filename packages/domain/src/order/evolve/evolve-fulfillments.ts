import type { FulfillmentCreated, FulfillmentEvent } from "../events/fulfillment-events.ts";
import type { Fulfillment, FulfillmentState } from "../fulfillments/fulfillment.ts";
import type { LineCounters, LineQuantity, OrderLine } from "../order-line.ts";
import type { Order, PlacedOrder } from "../order.ts";
import { countUnits } from "./count-units.ts";
import { misplaced } from "./misplaced.ts";
import { replaceItem } from "./replace-item.ts";

export const evolveFulfillments = (order: PlacedOrder, event: FulfillmentEvent): Order => {
  switch (event.type) {
    case "fulfillment.created":
      return {
        ...order,
        version: order.version + 1,
        updatedAt: event.at,
        fulfillments: [...order.fulfillments, created(event)],
        lines: moved(order.lines, event.lines, { fulfilled: 1 }),
      };
    case "fulfillment.packed":
      return stepped(order, event, "packed", {});
    case "fulfillment.shipped":
      return stepped(order, event, "shipped", { shipped: 1 });
    case "fulfillment.delivered":
      return stepped(order, event, "delivered", { delivered: 1 });
    case "fulfillment.canceled":
      return stepped(order, event, "canceled", { fulfilled: -1 });
    case "fulfillment.tracking_changed": {
      const { fulfillmentId, carrier, trackingNumbers, at } = event;
      return {
        ...order,
        version: order.version + 1,
        updatedAt: at,
        fulfillments: replaceItem(order.fulfillments, fulfillmentId, (fulfillment) => ({
          ...fulfillment,
          carrier,
          trackingNumbers,
          updatedAt: at,
        })),
      };
    }
  }
};

const created = (event: FulfillmentCreated): Fulfillment => ({
  id: event.fulfillmentId,
  status: "pending",
  lines: event.lines,
  carrier: event.carrier,
  trackingNumbers: event.trackingNumbers,
  createdAt: event.at,
  updatedAt: event.at,
});

/** The order with one fulfillment in its next state and the units it holds counted, each `perUnit` times. */
const stepped = (
  order: PlacedOrder,
  event: FulfillmentEvent,
  status: FulfillmentState,
  perUnit: Partial<LineCounters>,
): Order => {
  const { fulfillmentId: id, at } = event;
  const fulfillment = order.fulfillments.find((candidate) => candidate.id === id);
  if (fulfillment === undefined) throw misplaced(order, event);
  return {
    ...order,
    version: order.version + 1,
    updatedAt: at,
    fulfillments: replaceItem(order.fulfillments, id, (current) => ({
      ...current,
      status,
      updatedAt: at,
    })),
    lines: moved(order.lines, fulfillment.lines, perUnit),
  };
};

const moved = (
  lines: readonly OrderLine[],
  quantities: readonly LineQuantity[],
  { fulfilled = 0, shipped = 0, delivered = 0 }: Partial<LineCounters>,
): readonly OrderLine[] =>
  quantities.reduce(
    (current, { lineId, quantity }) =>
      countUnits(current, lineId, {
        fulfilled: fulfilled * quantity,
        shipped: shipped * quantity,
        delivered: delivered * quantity,
      }),
    lines,
  );
