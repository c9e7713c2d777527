import type { ReturnId } from "../../shared/ids.ts";
import type { Timestamp } from "../../shared/timestamp.ts";
import type { LineQuantity } from "../order-line.ts";

export type ReturnState =
  | "requested"
  | "approved"
  | "partially_received"
  | "received"
  | "closed"
  | "rejected"
  | "canceled";

/**
 * What becomes of a received unit: back on the shelf, accepted but lost to sale, or not accepted.
 * A dismissed unit stays the buyer's: it moves neither stock nor money.
 */
export type Disposition = "restock" | "write_off" | "dismiss";

export interface ReturnRequestLine extends LineQuantity {
  readonly reason: string | null;
}

export interface ReceiptLine extends LineQuantity {
  readonly disposition: Disposition;
}

export interface ReturnLine extends ReturnRequestLine {
  readonly restocked: number;
  readonly writtenOff: number;
  readonly dismissed: number;
}

export interface Return {
  readonly id: ReturnId;
  readonly status: ReturnState;
  readonly lines: readonly ReturnLine[];
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}

/** Units of the line that the return still waits for. */
export const awaitedUnits = (line: ReturnLine): number =>
  line.quantity - line.restocked - line.writtenOff - line.dismissed;

/** Does the return still have something to come? */
export const isOpenReturn = ({ status }: Return): boolean => openReturnStates.includes(status);

const openReturnStates: readonly ReturnState[] = [
  "requested",
  "approved",
  "partially_received",
  "received",
];
