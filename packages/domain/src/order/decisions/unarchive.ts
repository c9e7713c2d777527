import { err, ok } from "neverthrow";
import type { UnarchiveOrder } from "../commands/amendment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

export const unarchive = (
  order: OrderTaking<"unarchive">,
  { at, actor }: UnarchiveOrder,
): Decision => {
  const blocker = unarchiveBlocker(order);
  return blocker ? err(blocker) : ok([{ type: "order.unarchived", at, actor }]);
};

export const unarchiveBlocker = ({ archivedAt }: Order): Blocker =>
  archivedAt === null ? { type: "OrderIsNotArchived" } : undefined;
