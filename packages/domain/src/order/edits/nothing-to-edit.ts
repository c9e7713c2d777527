import { limits } from "../../shared/limits.ts";
import { noRoomIn } from "../check-items.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Order } from "../order.ts";
import { activeUnits, sumUnits, unfulfilledUnits } from "../units.ts";

/** Why no edit could be accepted: no room to add anything, and no unit that can go while another stays. */
export const nothingToEdit = (order: Order): OrderRejection | undefined => {
  const { lines, shippingLines } = order;
  const full = noRoomIn(lines, limits.linesPerOrder, "lines");
  if (full === undefined) return undefined;
  const active = sumUnits(lines, activeUnits);
  const takesShipping = active > 0 && shippingLines.length < limits.shippingLinesPerOrder;
  const givesUnits = active > 1 && lines.some((line) => unfulfilledUnits(line) > 0);
  return takesShipping || givesUnits ? undefined : full;
};
