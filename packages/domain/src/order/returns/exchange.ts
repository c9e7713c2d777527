import type { ExchangeId, LineId, ReturnId } from "../../shared/ids.ts";
import type { Timestamp } from "../../shared/timestamp.ts";

/** A return and the lines that replace what comes back, decided as one. */
export interface Exchange {
  readonly id: ExchangeId;
  readonly returnId: ReturnId;
  readonly replacementLineIds: readonly LineId[];
  readonly createdAt: Timestamp;
}
