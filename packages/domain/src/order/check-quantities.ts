import type { LineQuantity, OrderLine } from "./order-line.ts";
import { noSuchItem } from "./check-items.ts";
import type { OrderRejection } from "./order-rejection.ts";

/**
 * The first fault in a list of lines and quantities: empty, not a positive integer, a line the order does
 * not have or that is named twice, or more units than `unitsLeft` of that line.
 */
export const faultInQuantities = (
  quantities: readonly LineQuantity[],
  lines: readonly OrderLine[],
  unitsLeft: (line: OrderLine) => number,
): OrderRejection | undefined => {
  if (quantities.length === 0) return { type: "AtLeastOneLineIsNeeded", path: ["lines"] };
  for (const [index, { lineId, quantity }] of quantities.entries()) {
    if (!isCount(quantity))
      return { type: "QuantityMustBeAPositiveInteger", path: ["lines", index, "quantity"] };
    const path = ["lines", index, "lineId"];
    const line = lines.find(({ id }) => id === lineId);
    if (line === undefined) return noSuchItem("line", path, lineId);
    if (quantities.findIndex((other) => other.lineId === lineId) < index)
      return { type: "LineIsNamedTwice", path, lineId };
    const left = unitsLeft(line);
    if (quantity > left) return exceeds(index, { lineId, quantity }, left);
  }
  return undefined;
};

export const isCount = (quantity: number): boolean =>
  Number.isSafeInteger(quantity) && quantity >= 1;

export const exceeds = (
  index: number,
  { lineId, quantity }: LineQuantity,
  left: number,
): OrderRejection => ({
  type: "QuantityExceedsWhatIsLeft",
  path: ["lines", index, "quantity"],
  lineId,
  requested: quantity,
  left,
});
