import type { OrderLine } from "./order-line.ts";

/** Units of the line that are still wanted. */
export const activeUnits = (line: OrderLine): number => line.quantity - line.canceled;

/** Units that no fulfillment holds: those that can be canceled or put in a new fulfillment. */
export const unfulfilledUnits = (line: OrderLine): number => activeUnits(line) - line.fulfilled;

/** Units the buyer has that no return covers. */
export const returnableUnits = (line: OrderLine): number =>
  line.delivered - line.returnRequested - line.returned;

export const sumUnits = (
  lines: readonly OrderLine[],
  units: (line: OrderLine) => number,
): number => {
  let sum = 0;
  for (const line of lines) sum += units(line);
  return sum;
};
