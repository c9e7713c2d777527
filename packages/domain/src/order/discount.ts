import type { Amount } from "../money/amount.ts";

/** A reduction, applied in the order given, each to what the earlier ones left. */
export interface DiscountTerms {
  readonly type: "fixed" | "percentage";
  /** `fixed`: minor units. `percentage`: basis points of the base. */
  readonly value: number;
  /** 0-based index of the line that is the base; null for all lines together. */
  readonly line: number | null;
  readonly code: string | null;
  readonly reason: string | null;
}

export interface Discount extends DiscountTerms {
  /** What it took off, in minor units. */
  readonly amount: Amount;
}
