import { CreditLineId } from "@ordo/domain";
import type { AddCreditLine } from "../ports/input/edits.ts";
import { staffOnly } from "./customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "./make-order-command.ts";
import { ready } from "./order-command.ts";

export const makeAddCreditLine = (ports: CommandPorts): AddCreditLine =>
  makeOrderCommand(ports, {
    customers: staffOnly("set prices"),
    prepare: ({ amount, reason }, { at, actor, newId }) => {
      const creditLineId = CreditLineId(newId());
      return ready(
        { type: "addCreditLine", at, actor, creditLineId, amount, reason },
        creditLineId,
      );
    },
  });
