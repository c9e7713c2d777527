import type { EditId, LineId } from "../../shared/ids.ts";
import type { Timestamp } from "../../shared/timestamp.ts";
import type { LineInput } from "../line-input.ts";
import type { LineQuantity, PricedLine } from "../order-line.ts";
import type { ShippingLine, ShippingTerms } from "../shipping-line.ts";

export type EditOperation =
  | { readonly type: "add_line"; readonly line: LineInput }
  /**
   * Sets how many units of the line are wanted. Fewer cancels units; more adds a line of the same
   * terms under `newLineId`, since the frozen shares of a line never change.
   */
  | {
      readonly type: "set_quantity";
      readonly lineId: LineId;
      readonly quantity: number;
      readonly newLineId: LineId;
    }
  | { readonly type: "remove_line"; readonly lineId: LineId }
  | { readonly type: "add_shipping_line"; readonly shippingLine: ShippingTerms };

/** What a confirmed edit brings about. */
export interface EditChanges {
  readonly addedLines: readonly PricedLine[];
  readonly addedShippingLines: readonly ShippingLine[];
  readonly canceledLines: readonly LineQuantity[];
  /** The current total as it would be. */
  readonly newTotal: number;
  /** newTotal − the current total: what the buyer owes more, or gets back when negative. */
  readonly difference: number;
}

/** A change of the contents after placement, proposed before it is made. */
export interface Edit extends EditChanges {
  readonly id: EditId;
  readonly status: "proposed" | "confirmed" | "declined";
  readonly reason: string | null;
  /** The order's version that the edit was worked out on; any other makes it stale. */
  readonly baseVersion: number;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}
