import type { LineId } from "../../shared/ids.ts";
import { noSuchItem } from "../check-items.ts";
import { exceeds, isCount } from "../check-quantities.ts";
import type { OrderRejection } from "../order-rejection.ts";
import { awaitedUnits, type ReceiptLine, type ReturnLine } from "./return.ts";

/** The first fault in a receipt. A line may come in several parts, each with its own disposition. */
export const faultInReceipt = (
  receipt: readonly ReceiptLine[],
  lines: readonly ReturnLine[],
): OrderRejection | undefined => {
  if (receipt.length === 0) return { type: "AtLeastOneLineIsNeeded", path: ["lines"] };
  const received = new Map<LineId, number>();
  for (const [index, { lineId, quantity }] of receipt.entries()) {
    if (!isCount(quantity))
      return { type: "QuantityMustBeAPositiveInteger", path: ["lines", index, "quantity"] };
    const line = lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined) return noSuchItem("return line", ["lines", index, "lineId"], lineId);
    const left = awaitedUnits(line) - (received.get(lineId) ?? 0);
    if (quantity > left) return exceeds(index, { lineId, quantity }, left);
    received.set(lineId, (received.get(lineId) ?? 0) + quantity);
  }
  return undefined;
};
