import { allowedActions, type Order, type OrderCommandType } from "@ordo/domain";
import { prefix } from "../prefix.ts";
import type { OrderResource } from "./order-schema.ts";

/** The sub-resource that each command is sent to; null where an existing order has no route for it. */
const resources: Readonly<Record<OrderCommandType, string | null>> = {
  place: null,
  cancel: "cancellation",
};

/** What can be done with the order now, and where. */
export const orderActions = (order: Order): OrderResource["actions"] =>
  allowedActions(order).flatMap(({ command, allowed }) => {
    const resource = resources[command];
    return allowed && resource !== null
      ? [{ name: command, method: "POST" as const, href: `${orderHref(order)}/${resource}` }]
      : [];
  });

export const orderHref = ({ id }: Order): string => `${prefix}/orders/${id}`;
