import { err, ok } from "neverthrow";
import type { ArchiveOrder } from "../commands/amendment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Flags the order as put away; it forbids nothing. */
export const archive = (order: OrderTaking<"archive">, { at, actor }: ArchiveOrder): Decision => {
  const blocker = archiveBlocker(order);
  return blocker ? err(blocker) : ok([{ type: "order.archived", at, actor }]);
};

export const archiveBlocker = ({ archivedAt }: Order): Blocker =>
  archivedAt === null ? undefined : { type: "OrderIsArchived", archivedAt };
