import { err, ok } from "neverthrow";
import type { ConfirmEdit } from "../commands/amendment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { Edit } from "../edits/edit.ts";
import { findOpenEdit } from "../edits/find-open-edit.ts";
import { openEdit } from "../edits/open-edit.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";

/** Makes a proposed change, if the order is still what it was worked out on. New units reopen a completed order. */
export const confirmEdit = (
  order: OrderTaking<"confirmEdit">,
  { at, actor, editId }: ConfirmEdit,
): Decision => {
  const found = findOpenEdit(order, editId);
  if (found.isErr()) return err(found.error);
  const stale = editIsStale(order, found.value);
  if (stale) return err(stale);

  const confirmed = { type: "order.edit_confirmed" as const, at, actor, editId };
  return order.status === "completed" && found.value.addedLines.length > 0
    ? ok([confirmed, { type: "order.reopened", at, actor }])
    : ok([confirmed]);
};

export const confirmEditBlocker = (order: Order): Blocker => {
  const edit = openEdit(order);
  return edit ? editIsStale(order, edit) : { type: "NoEditIsOpen" };
};

const editIsStale = ({ version }: Order, { id, baseVersion }: Edit): Blocker =>
  version === baseVersion ? undefined : { type: "EditIsStale", editId: id, baseVersion, version };
