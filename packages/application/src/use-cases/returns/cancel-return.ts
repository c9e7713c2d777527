import type { CancelReturn, ReturnTarget } from "../../ports/input/returns.ts";
import type { CustomerPermission } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";

export const makeCancelReturn = (ports: CommandPorts): CancelReturn =>
  makeOrderCommand(ports, {
    customers: whileUndecided,
    prepare: ({ returnId }, { at, actor }) => ready({ type: "cancelReturn", at, actor, returnId }),
  });

/** Once the seller has approved a return, a parcel may be on its way: then only staff calls it off. */
const whileUndecided: CustomerPermission<ReturnTarget> = ({ returns }, { returnId }) => {
  const status = returns.find(({ id }) => id === returnId)?.status;
  return status === undefined || status === "requested"
    ? undefined
    : { type: "ReturnStatusForbids", returnId, status, allowedIn: ["requested"] };
};
