import type { DetailEvent } from "../events/lifecycle-events.ts";
import type { Order } from "../order.ts";

export const evolveDetails = (order: Order, event: DetailEvent): Order => {
  const stamp = { version: order.version + 1, updatedAt: event.at };
  switch (event.type) {
    case "order.archived":
      return { ...order, ...stamp, archivedAt: event.at };
    case "order.unarchived":
      return { ...order, ...stamp, archivedAt: null };
    case "order.details_changed":
      return { ...order, ...stamp, ...event.changes };
  }
};
