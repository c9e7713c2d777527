import type { ApproveReturn } from "../commands/return-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { findReturn, noReturnFor } from "../returns/return-lifecycle.ts";

/** Lets the units of a return come. */
export const approveReturn = (
  order: OrderTaking<"approveReturn">,
  { at, actor, returnId }: ApproveReturn,
): Decision =>
  findReturn(order, returnId, "approve").map(() => [
    { type: "return.approved", at, actor, returnId },
  ]);

export const approveReturnBlocker = (order: Order): Blocker => noReturnFor(order, "approve");
