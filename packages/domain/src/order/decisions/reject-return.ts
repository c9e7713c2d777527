import type { RejectReturn } from "../commands/return-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { findReturn, noReturnFor } from "../returns/return-lifecycle.ts";

/** Declines a return that was asked for. */
export const rejectReturn = (
  order: OrderTaking<"rejectReturn">,
  { at, actor, returnId, reason }: RejectReturn,
): Decision =>
  findReturn(order, returnId, "reject").map(() => [
    { type: "return.rejected", at, actor, returnId, reason },
  ]);

export const rejectReturnBlocker = (order: Order): Blocker => noReturnFor(order, "reject");
