import type { ArchiveOrder, UnarchiveOrder } from "../ports/input/lifecycle.ts";
import { staffOnly } from "./customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "./make-order-command.ts";
import { ready } from "./order-command.ts";

const customers = staffOnly("manage orders");

export const makeArchiveOrder = (ports: CommandPorts): ArchiveOrder =>
  makeOrderCommand(ports, {
    customers,
    prepare: (_input, { at, actor }) => ready({ type: "archive", at, actor }),
  });

export const makeUnarchiveOrder = (ports: CommandPorts): UnarchiveOrder =>
  makeOrderCommand(ports, {
    customers,
    prepare: (_input, { at, actor }) => ready({ type: "unarchive", at, actor }),
  });
