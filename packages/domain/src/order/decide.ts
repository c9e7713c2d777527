import { err, type Result } from "neverthrow";
import { cancel } from "./decisions/cancel.ts";
import { place } from "./decisions/place.ts";
import { statusForbids } from "./lifecycle.ts";
import type { OrderCommand } from "./order-command.ts";
import type { OrderEvent } from "./order-event.ts";
import type { OrderRejection } from "./order-rejection.ts";
import type { Order } from "./order.ts";

/**
 * What follows from telling an order something: the events that happen, or why not.
 * Pure: the same command on the same state gives the same answer.
 *
 * @param order the order as it is, undefined before it exists
 */
export const decide = (
  order: Order | undefined,
  command: OrderCommand,
): Result<readonly OrderEvent[], OrderRejection> => {
  const status = order?.status ?? "none";
  switch (command.type) {
    case "place":
      return order === undefined ? place(command) : err(statusForbids(status, command.type));
    case "cancel":
      return order?.status === "pending"
        ? cancel(order, command)
        : err(statusForbids(status, command.type));
  }
};
