import { withCounters } from "../line-counters.ts";
import type { OrderLine } from "../order-line.ts";
import type { PlacedOrder } from "../order.ts";
import { sumUp } from "../pricing.ts";
import type { EditChanges } from "./edit.ts";

type Changes = Pick<EditChanges, "addedLines" | "addedShippingLines" | "canceledLines">;
type Contents = Pick<PlacedOrder, "lines" | "shippingLines" | "totals">;

/** The contents of the order with the changes made. */
export const applyEdit = (order: PlacedOrder, changes: Changes): Contents => {
  const lines = [
    ...order.lines.map((line) => withCanceled(line, changes)),
    ...changes.addedLines.map(withCounters),
  ];
  const shippingLines = [...order.shippingLines, ...changes.addedShippingLines];
  return { lines, shippingLines, totals: sumUp({ lines, shippingLines }) };
};

const withCanceled = (line: OrderLine, { canceledLines }: Changes): OrderLine => {
  const canceled = canceledLines.find(({ lineId }) => lineId === line.id);
  return canceled ? { ...line, canceled: line.canceled + canceled.quantity } : line;
};
