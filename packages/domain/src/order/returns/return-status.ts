import type { Order } from "../order.ts";
import { activeUnits, sumUnits } from "../units.ts";

export type ReturnStatus = "none" | "requested" | "partially_returned" | "returned";

/** How much of what the buyer has has come back. */
export const returnStatus = ({ lines }: Order): ReturnStatus => {
  const returned = sumUnits(lines, (line) => line.returned);
  if (returned > 0)
    return returned < sumUnits(lines, activeUnits) ? "partially_returned" : "returned";
  return lines.some((line) => line.returnRequested > 0) ? "requested" : "none";
};
