import { HoldId } from "@ordo/domain";
import type { PlaceHold, ReleaseHold } from "../ports/input/holds.ts";
import { staffOnly } from "./customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "./make-order-command.ts";
import { ready } from "./order-command.ts";

const customers = staffOnly("manage orders");

export const makePlaceHold = (ports: CommandPorts): PlaceHold =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ reason }, { at, actor, newId }) => {
      const holdId = HoldId(newId());
      return ready({ type: "placeHold", at, actor, holdId, reason }, holdId);
    },
  });

export const makeReleaseHold = (ports: CommandPorts): ReleaseHold =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ holdId }, { at, actor }) => ready({ type: "releaseHold", at, actor, holdId }),
  });
