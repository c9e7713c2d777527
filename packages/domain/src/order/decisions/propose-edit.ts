import { err } from "neverthrow";
import { limits } from "../../shared/limits.ts";
import { noRoomIn, takenId } from "../check-items.ts";
import type { ProposeEdit } from "../commands/amendment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { editIsOpen } from "../edits/open-edit.ts";
import { nothingToEdit } from "../edits/nothing-to-edit.ts";
import { workOutEdit } from "../edits/work-out-edit.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Works out what a change of the contents would bring about, and keeps it until it is confirmed or declined. */
export const proposeEdit = (
  order: OrderTaking<"proposeEdit">,
  { at, actor, editId, operations, reason }: ProposeEdit,
): Decision => {
  const fault = proposeEditBlocker(order) ?? takenId(order.edits, editId, ["editId"]);
  if (fault) return err(fault);
  return workOutEdit(order, operations).map((changes) => [
    { type: "order.edit_proposed", at, actor, editId, reason, ...changes },
  ]);
};

export const proposeEditBlocker = (order: Order): Blocker =>
  editIsOpen(order) ?? noRoomIn(order.edits, limits.editsPerOrder, "edits") ?? nothingToEdit(order);
