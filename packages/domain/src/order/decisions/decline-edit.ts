import type { DeclineEdit } from "../commands/amendment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { findOpenEdit } from "../edits/find-open-edit.ts";
import { openEdit } from "../edits/open-edit.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Drops a proposed change, also one that has become stale. */
export const declineEdit = (
  order: OrderTaking<"declineEdit">,
  { at, actor, editId }: DeclineEdit,
): Decision =>
  findOpenEdit(order, editId).map(() => [{ type: "order.edit_declined", at, actor, editId }]);

export const declineEditBlocker = (order: Order): Blocker =>
  openEdit(order) ? undefined : { type: "NoEditIsOpen" };
