import type { LineId } from "../../shared/ids.ts";
import type { LineCounters, OrderLine } from "../order-line.ts";

/** The lines with one line's counters moved; a counter that is not named stays. */
export const countUnits = (
  lines: readonly OrderLine[],
  lineId: LineId,
  moves: Partial<LineCounters>,
): readonly OrderLine[] =>
  lines.map((line) =>
    line.id === lineId
      ? {
          ...line,
          fulfilled: line.fulfilled + (moves.fulfilled ?? 0),
          shipped: line.shipped + (moves.shipped ?? 0),
          delivered: line.delivered + (moves.delivered ?? 0),
          returnRequested: line.returnRequested + (moves.returnRequested ?? 0),
          returned: line.returned + (moves.returned ?? 0),
          writtenOff: line.writtenOff + (moves.writtenOff ?? 0),
        }
      : line,
  );
