import { ReturnId } from "@ordo/domain";
import type {
  ApproveReturn,
  CloseReturn,
  ReceiveReturn,
  RejectReturn,
  RequestReturn,
} from "../../ports/input/returns.ts";
import { customersToo, staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";

const customers = staffOnly("decide on returns");

export const makeRequestReturn = (ports: CommandPorts): RequestReturn =>
  makeOrderCommand(ports, {
    customers: customersToo,
    prepare: ({ lines }, { at, actor, newId }) => {
      const returnId = ReturnId(newId());
      return ready({ type: "requestReturn", at, actor, returnId, lines }, returnId);
    },
  });

export const makeApproveReturn = (ports: CommandPorts): ApproveReturn =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ returnId }, { at, actor }) => ready({ type: "approveReturn", at, actor, returnId }),
  });

export const makeRejectReturn = (ports: CommandPorts): RejectReturn =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ returnId, reason }, { at, actor }) =>
      ready({ type: "rejectReturn", at, actor, returnId, reason }),
  });

export const makeReceiveReturn = (ports: CommandPorts): ReceiveReturn =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ returnId, lines }, { at, actor }) =>
      ready({ type: "receiveReturn", at, actor, returnId, lines }),
  });

export const makeCloseReturn = (ports: CommandPorts): CloseReturn =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ returnId }, { at, actor }) => ready({ type: "closeReturn", at, actor, returnId }),
  });
