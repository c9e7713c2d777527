import type { CancelReturn } from "../commands/return-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { findReturn, noReturnFor } from "../returns/return-lifecycle.ts";

/** Withdraws a return of which nothing has come. */
export const cancelReturn = (
  order: OrderTaking<"cancelReturn">,
  { at, actor, returnId }: CancelReturn,
): Decision =>
  findReturn(order, returnId, "cancel").map(() => [
    { type: "return.canceled", at, actor, returnId },
  ]);

export const cancelReturnBlocker = (order: Order): Blocker => noReturnFor(order, "cancel");
