import type { OrderCommandType } from "./order-command.ts";
import type { StatusForbidsCommand } from "./order-rejection.ts";
import type { OrderStatus } from "./order.ts";

/** The state machine: for each status, the commands it takes and the status each leads to. */
export const lifecycle = {
  none: { place: "pending" },
  pending: { cancel: "canceled" },
  canceled: {},
} as const satisfies Record<OrderStatus | "none", Partial<Record<OrderCommandType, OrderStatus>>>;

const table: Record<
  OrderStatus | "none",
  Partial<Record<OrderCommandType, OrderStatus>>
> = lifecycle;

const statuses: readonly (OrderStatus | "none")[] = ["none", "pending", "canceled"];

/** Has the table a transition for this pair? */
export const permits = (status: OrderStatus | "none", command: OrderCommandType): boolean =>
  table[status][command] !== undefined;

/** The refusal for a pair the table does not have, naming the statuses that would do. */
export const statusForbids = (
  status: OrderStatus | "none",
  command: OrderCommandType,
): StatusForbidsCommand => ({
  type: "StatusForbidsCommand",
  command,
  status,
  allowedIn: statuses.filter((candidate) => permits(candidate, command)),
});
