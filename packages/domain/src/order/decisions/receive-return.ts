import { err, ok } from "neverthrow";
import type { ReceiveReturn } from "../commands/return-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { faultInReceipt } from "../returns/check-receipt.ts";
import { findReturn, noReturnFor } from "../returns/return-lifecycle.ts";

/** Takes down what came back and what becomes of it; accepted units lower the total. */
export const receiveReturn = (
  order: OrderTaking<"receiveReturn">,
  { at, actor, returnId, lines }: ReceiveReturn,
): Decision => {
  const found = findReturn(order, returnId, "receive");
  if (found.isErr()) return err(found.error);
  const fault = faultInReceipt(lines, found.value.lines);
  return fault ? err(fault) : ok([{ type: "return.received", at, actor, returnId, lines }]);
};

export const receiveReturnBlocker = (order: Order): Blocker => noReturnFor(order, "receive");
