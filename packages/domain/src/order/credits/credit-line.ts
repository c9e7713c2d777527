import type { Amount } from "../../money/amount.ts";
import type { CreditLineId } from "../../shared/ids.ts";
import type { Timestamp } from "../../shared/timestamp.ts";

/** A goodwill reduction of the total after placement. */
export interface CreditLine {
  readonly id: CreditLineId;
  readonly amount: Amount;
  readonly reason: string;
  readonly createdAt: Timestamp;
}
