import type { Timestamp } from "../../shared/timestamp.ts";
import type { LineCounters } from "../order-line.ts";
import { awaitedUnits, type ReceiptLine, type Return, type ReturnLine } from "./return.ts";

/** The return with the receipt on its lines. */
export const received = (
  current: Return,
  receipt: readonly ReceiptLine[],
  at: Timestamp,
): Return => {
  const lines = current.lines.map((line) => receipt.reduce(withReceipt, line));
  const isComplete = lines.every((line) => awaitedUnits(line) === 0);
  return {
    ...current,
    lines,
    status: isComplete ? "received" : "partially_received",
    updatedAt: at,
  };
};

const withReceipt = (
  line: ReturnLine,
  { lineId, quantity, disposition }: ReceiptLine,
): ReturnLine => {
  if (line.lineId !== lineId) return line;
  switch (disposition) {
    case "restock":
      return { ...line, restocked: line.restocked + quantity };
    case "write_off":
      return { ...line, writtenOff: line.writtenOff + quantity };
    case "dismiss":
      return { ...line, dismissed: line.dismissed + quantity };
  }
};

/** What a receipt does to the counters of its line. */
export const unitsReceived = ({ quantity, disposition }: ReceiptLine): Partial<LineCounters> => {
  switch (disposition) {
    case "restock":
      return { returnRequested: -quantity, returned: quantity };
    case "write_off":
      return { returnRequested: -quantity, returned: quantity, writtenOff: quantity };
    case "dismiss":
      return { returnRequested: -quantity };
  }
};
