import type { CancelOrder } from "../ports/input/cancel-order.ts";
import { customersWhilePending } from "./customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "./make-order-command.ts";
import { ready } from "./order-command.ts";

export const makeCancelOrder = (ports: CommandPorts): CancelOrder =>
  makeOrderCommand(ports, {
    customers: customersWhilePending("cancel"),
    prepare: ({ reason, note }, { at, actor }) =>
      ready({ type: "cancel", at, actor, cancellation: { reason, note } }),
  });
