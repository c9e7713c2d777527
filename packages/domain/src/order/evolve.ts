import type { OrderEvent, OrderPlaced } from "./order-event.ts";
import type { Order, PendingOrder } from "./order.ts";

/**
 * The order after an event: the only writer of order state.
 *
 * @throws when the event cannot follow the state, which only a corrupt journal or a bug can cause.
 */
export const evolve = (order: Order | undefined, event: OrderEvent): Order => {
  switch (event.type) {
    case "order.placed":
      return placed(event);
    case "order.canceled": {
      if (order?.status !== "pending") throw misplaced(order, event);
      return {
        ...order,
        status: "canceled",
        version: order.version + 1,
        updatedAt: event.at,
        canceledAt: event.at,
        cancellation: event.cancellation,
      };
    }
  }
};

/** The order that a journal tells of, undefined for an empty one. Throws like {@link evolve}. */
export const replay = (events: Iterable<OrderEvent>): Order | undefined => {
  let order: Order | undefined;
  for (const event of events) order = evolve(order, event);
  return order;
};

const placed = ({ at, terms, contents }: OrderPlaced): PendingOrder => ({
  ...terms,
  ...contents,
  status: "pending",
  version: 1,
  createdAt: at,
  updatedAt: at,
  placedAt: at,
});

const misplaced = (order: Order | undefined, event: OrderEvent): Error =>
  new Error(`${event.type} cannot follow status ${order?.status ?? "none"}`);
