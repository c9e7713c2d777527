import type { ExpireOrder } from "../ports/input/lifecycle.ts";
import { staffOnly } from "./customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "./make-order-command.ts";
import { ready } from "./order-command.ts";

export const makeExpireOrder = (ports: CommandPorts): ExpireOrder =>
  makeOrderCommand(ports, {
    customers: staffOnly("manage orders"),
    prepare: (_input, { at, actor }) => ready({ type: "expire", at, actor }),
  });
