import { err, ok } from "neverthrow";
import type { RequestReturn } from "../commands/return-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { faultInReturn, noReturnPossible } from "../returns/check-return.ts";

/** Asks to send delivered units back. */
export const requestReturn = (
  order: OrderTaking<"requestReturn">,
  command: RequestReturn,
): Decision => {
  const { at, actor, returnId, lines } = command;
  const fault = faultInReturn(order, command);
  return fault ? err(fault) : ok([{ type: "return.requested", at, actor, returnId, lines }]);
};

export const requestReturnBlocker = (order: Order): Blocker => noReturnPossible(order);
