import { permits, statusForbids } from "./lifecycle.ts";
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

const commands: readonly OrderCommandType[] = ["place", "cancel"];

/** For every command: would `decide` accept it now for some input, and if not, why. */
export const allowedActions = (order: Order): readonly Permission[] =>
  commands.map((command) =>
    permits(order.status, command)
      ? { command, allowed: true }
      : { command, allowed: false, because: statusForbids(order.status, command) },
  );
