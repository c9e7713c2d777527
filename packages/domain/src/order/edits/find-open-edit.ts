import { err, ok, type Result } from "neverthrow";
import type { EditId } from "../../shared/ids.ts";
import { noSuchItem } from "../check-items.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Order } from "../order.ts";
import type { Edit } from "./edit.ts";

/** The edit, if it is still to be decided. */
export const findOpenEdit = (order: Order, id: EditId): Result<Edit, OrderRejection> => {
  const edit = order.edits.find((candidate) => candidate.id === id);
  if (edit === undefined) return err(noSuchItem("edit", ["editId"], id));
  return edit.status === "proposed" ? ok(edit) : err({ type: "EditIsDecided", editId: id });
};
