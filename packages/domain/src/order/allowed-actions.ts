import { blockers } from "./blockers.ts";
import { permits, statusForbids } from "./lifecycle.ts";
import { orderCommandTypes } from "./order-command-types.ts";
import type { OrderCommandType } from "./order-command.ts";
import type { OrderRejection } from "./order-rejection.ts";
import type { Order } from "./order.ts";

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
