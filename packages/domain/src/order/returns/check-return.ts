import { limits } from "../../shared/limits.ts";
import { noRoomIn, takenId } from "../check-items.ts";
import { faultInQuantities } from "../check-quantities.ts";
import type { CreateExchange, RequestReturn } from "../commands/return-commands.ts";
import type { Order } from "../order.ts";
import type { OrderRejection } from "../order-rejection.ts";
import { returnableUnits } from "../units.ts";

export const noReturnPossible = (order: Order): OrderRejection | undefined =>
  order.lines.some((line) => returnableUnits(line) > 0)
    ? noRoomIn(order.returns, limits.returnsPerOrder, "returns")
    : { type: "NoUnitCanBeReturned" };

/** The first fault in what is to come back. */
export const faultInReturn = (
  order: Order,
  { returnId, lines }: RequestReturn | CreateExchange,
): OrderRejection | undefined =>
  noRoomIn(order.returns, limits.returnsPerOrder, "returns") ??
  takenId(order.returns, returnId, ["returnId"]) ??
  faultInQuantities(lines, order.lines, returnableUnits);
