import type { Amount, EditId, LineId, ShippingTerms } from "@ordo/domain";
import type { CommandOrder, OrderTarget } from "./order-command.ts";
import type { NewOrderLine } from "./order-lines.ts";

/**
 * Works out a change of the contents after placement, to be confirmed or declined; `subject` is the
 * edit. Rejections: `EditIsOpen`, `EditChangesNothing`, `EditLeavesNoUnits`, `OrderHasNoSuchItem`, any of
 * pricing, `UnknownProduct`, `ProductArchived`.
 */
export type ProposeEdit = CommandOrder<ProposeEditInput>;

export interface ProposeEditInput extends OrderTarget {
  readonly operations: readonly NewEditOperation[];
  readonly reason: string | null;
}

export type NewEditOperation =
  | { readonly type: "add_line"; readonly line: NewOrderLine }
  /** How many units are wanted; more than now adds a line of the same terms. */
  | { readonly type: "set_quantity"; readonly lineId: LineId; readonly quantity: number }
  | { readonly type: "remove_line"; readonly lineId: LineId }
  | { readonly type: "add_shipping_line"; readonly shippingLine: ShippingTerms };

/** Makes the change. Rejections: `OrderItemNotFound`, `EditIsDecided`, `EditIsStale`, `InsufficientStock`. */
export type ConfirmEdit = CommandOrder<EditTarget>;

/** Rejections: `OrderItemNotFound`, `EditIsDecided`. */
export type DeclineEdit = CommandOrder<EditTarget>;

export interface EditTarget extends OrderTarget {
  readonly editId: EditId;
}

/** Lowers the total as goodwill; `subject` is the credit line. Rejections: `CreditExceedsTotal`, `NothingIsLeftToCredit`. */
export type AddCreditLine = CommandOrder<AddCreditLineInput>;

export interface AddCreditLineInput extends OrderTarget {
  /** Minor units, at least 1. */
  readonly amount: Amount;
  readonly reason: string;
}
