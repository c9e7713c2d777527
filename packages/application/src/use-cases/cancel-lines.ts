import type { CancelLines } from "../ports/input/lifecycle.ts";
import { staffOnly } from "./customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "./make-order-command.ts";
import { ready } from "./order-command.ts";

export const makeCancelLines = (ports: CommandPorts): CancelLines =>
  makeOrderCommand(ports, {
    customers: staffOnly("manage orders"),
    prepare: ({ lines, reason }, { at, actor }) =>
      ready({ type: "cancelLines", at, actor, lines, reason }),
  });
