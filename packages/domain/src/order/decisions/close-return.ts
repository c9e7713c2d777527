import type { CloseReturn } from "../commands/return-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { findReturn, noReturnFor } from "../returns/return-lifecycle.ts";

/** Ends a return; units that have not come by now are no longer waited for. */
export const closeReturn = (
  order: OrderTaking<"closeReturn">,
  { at, actor, returnId }: CloseReturn,
): Decision =>
  findReturn(order, returnId, "close").map(() => [{ type: "return.closed", at, actor, returnId }]);

export const closeReturnBlocker = (order: Order): Blocker => noReturnFor(order, "close");
