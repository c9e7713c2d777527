import { err, ok, type Result } from "neverthrow";
import { limits } from "../../shared/limits.ts";
import { currentTotal } from "../order-totals.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { PlacedOrder } from "../order.ts";
import { activeUnits, sumUnits } from "../units.ts";
import { applyEdit } from "./apply-edit.ts";
import type { EditChanges, EditOperation } from "./edit.ts";
import { type Additions, workOutOperation } from "./work-out-operation.ts";

/** What the operations would bring about, or the first fault in them. */
export const workOutEdit = (
  order: PlacedOrder,
  operations: readonly EditOperation[],
): Result<EditChanges, OrderRejection> => {
  let changes: Additions = { addedLines: [], addedShippingLines: [], canceledLines: [] };
  for (const [index, operation] of operations.entries()) {
    const next = workOutOperation(order, changes, operation, index);
    if (next.isErr()) return err(next.error);
    changes = next.value;
  }
  const fault = faultInChanges(order, changes);
  return fault ? err(fault) : withTotals(order, changes);
};

const faultInChanges = (order: PlacedOrder, changes: Additions): OrderRejection | undefined => {
  const { addedLines, addedShippingLines, canceledLines } = changes;
  if (addedLines.length + addedShippingLines.length + canceledLines.length === 0)
    return { type: "EditChangesNothing" };
  if (order.lines.length + addedLines.length > limits.linesPerOrder)
    return { type: "TooManyItems", path: ["operations"], limit: limits.linesPerOrder };
  if (order.shippingLines.length + addedShippingLines.length > limits.shippingLinesPerOrder)
    return { type: "TooManyItems", path: ["operations"], limit: limits.shippingLinesPerOrder };
  return undefined;
};

const withTotals = (
  order: PlacedOrder,
  changes: Additions,
): Result<EditChanges, OrderRejection> => {
  const edited: PlacedOrder = { ...order, ...applyEdit(order, changes) };
  if (sumUnits(edited.lines, activeUnits) === 0) return err({ type: "EditLeavesNoUnits" });
  const { subtotal, total } = edited.totals;
  if (!Number.isSafeInteger(subtotal) || !Number.isSafeInteger(total))
    return err({ type: "AmountLeavesSafeRange", path: ["operations"] });
  const newTotal = currentTotal(edited);
  return ok({ ...changes, newTotal, difference: newTotal - currentTotal(order) });
};
