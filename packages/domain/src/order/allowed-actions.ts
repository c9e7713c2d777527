import { blockers } from "./blockers.ts";
import { permits, statusForbids } from "./lifecycle.ts";
import { orderCommandTypes } from "./order-command-types.ts";
import type { OrderCommandType } from "./order-command.ts";
import type { OrderRejection } from "./order-rejection.ts";
import type { Order, OrderStatus } from "./order.ts";

export type Permission =
  | { readonly command: OrderCommandType; readonly allowed: true }
  | {
      readonly command: OrderCommandType;
      readonly allowed: false;
      readonly because: OrderRejection;
    };

/** For every command: would `decide` accept it now for some input, and if not, why. */
export const allowedActions = (order: Order): readonly Permission[] =>
  orderCommandTypes.map((command) => {
    const because = permits(order.status, command)
      ? blockers[command](order)
      : statusForbids(order.status, command);
    return because ? { command, allowed: false, because } : { command, allowed: true };
  });

/** The commands that {@link allowedActions} allows, for a caller that does not ask why of the others. */
export const allowedCommands = (order: Order): readonly OrderCommandType[] =>
  taken[order.status].filter((command) => blockers[command](order) === undefined);

const takenIn = (status: OrderStatus): readonly OrderCommandType[] =>
  orderCommandTypes.filter((command) => permits(status, command));

/** The commands that each status takes. */
const taken = {
  draft: takenIn("draft"),
  pending: takenIn("pending"),
  confirmed: takenIn("confirmed"),
  completed: takenIn("completed"),
  canceled: takenIn("canceled"),
} satisfies Record<OrderStatus, readonly OrderCommandType[]>;
