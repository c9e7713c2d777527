import type { Order } from "../order.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Edit } from "./edit.ts";

export const openEdit = (order: Order): Edit | undefined =>
  order.edits.find(({ status }) => status === "proposed");

export const editIsOpen = (order: Order): OrderRejection | undefined => {
  const edit = openEdit(order);
  return edit && { type: "EditIsOpen", editId: edit.id };
};
