import type { ConfirmOrder } from "../ports/input/lifecycle.ts";
import { staffOnly } from "./customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "./make-order-command.ts";
import { ready } from "./order-command.ts";

export const makeConfirmOrder = (ports: CommandPorts): ConfirmOrder =>
  makeOrderCommand(ports, {
    customers: staffOnly("manage orders"),
    prepare: (_input, { at, actor }) => ready({ type: "confirm", at, actor }),
  });
