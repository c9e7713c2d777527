import type { LifecycleEvent, OrderLinesCanceled } from "../events/lifecycle-events.ts";
import type { OrderLine } from "../order-line.ts";
import type { CanceledOrder, Cancellation, Order } from "../order.ts";
import { misplaced } from "./misplaced.ts";
import { replaceItem } from "./replace-item.ts";

export const evolveLifecycle = (order: Order, event: LifecycleEvent): Order => {
  const stamp = { version: order.version + 1, updatedAt: event.at };
  switch (event.type) {
    case "order.confirmed":
      if (order.status !== "pending") throw misplaced(order, event);
      return { ...order, ...stamp, status: "confirmed", confirmedAt: event.at };
    case "order.completed":
      if (order.status !== "confirmed") throw misplaced(order, event);
      return { ...order, ...stamp, status: "completed", completedAt: event.at };
    case "order.reopened":
      if (order.status !== "completed") throw misplaced(order, event);
      return { ...order, ...stamp, status: "confirmed", completedAt: null };
    case "order.lines_canceled":
      if (order.status !== "pending" && order.status !== "confirmed") throw misplaced(order, event);
      return { ...order, ...stamp, lines: cancelUnits(order.lines, event) };
    case "order.expired":
      if (order.status !== "pending") throw misplaced(order, event);
      return ended(order, event, { reason: "expired", note: null });
    case "order.canceled":
      if (order.status === "completed" || order.status === "canceled")
        throw misplaced(order, event);
      return ended(order, event, event.cancellation);
  }
};

const cancelUnits = (
  lines: readonly OrderLine[],
  event: OrderLinesCanceled,
): readonly OrderLine[] =>
  event.lines.reduce(
    (current, { lineId, quantity }) =>
      replaceItem(current, lineId, (line) => ({ ...line, canceled: line.canceled + quantity })),
    lines,
  );

const ended = (
  order: Exclude<Order, { status: "completed" | "canceled" }>,
  { at }: LifecycleEvent,
  cancellation: Cancellation,
): CanceledOrder => ({
  ...order,
  version: order.version + 1,
  updatedAt: at,
  status: "canceled",
  canceledAt: at,
  cancellation,
  lines: order.lines.map((line) => ({ ...line, canceled: line.quantity })),
});
