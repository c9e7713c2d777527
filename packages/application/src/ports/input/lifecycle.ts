import type { LineQuantity } from "@ordo/domain";
import type { RequestContext } from "../../context.ts";
import type { CommandOrder, OrderTarget } from "./order-command.ts";
import type { SweepInput, SweepReport } from "./sweep.ts";

/** Accepts a placed order. Rejections: `OrderIsOnHold`, `PaymentDoesNotCoverTotal`. */
export type ConfirmOrder = CommandOrder;

/** Closes the books. Rejections: `UnitsAreNotDelivered`, `BalanceIsNotZero`, `ReturnIsOpen`, `EditIsOpen`. */
export type CompleteOrder = CommandOrder;

/**
 * Gives up units that no fulfillment holds; the last ones cancel the order. Rejections: those of
 * quantities, `OrderHasNoSuchItem`, `NoUnitCanBeCanceled`, `PaymentOutcomeIsUnknown`.
 */
export type CancelLines = CommandOrder<CancelLinesInput>;

export interface CancelLinesInput extends OrderTarget {
  readonly lines: readonly LineQuantity[];
  readonly reason: string;
}

/**
 * Ends a pending order whose deadline has passed, as a cancellation would.
 * Rejections: `OrderHasNoDeadline`, `DeadlineHasNotPassed`, `PaymentOutcomeIsUnknown`.
 */
export type ExpireOrder = CommandOrder;

/**
 * Expires the tenant's orders whose deadline has passed, for a scheduler that calls again while
 * `remaining` is true. An order that cannot be expired now is left alone.
 */
export type ExpireDueOrders = (input: SweepInput, context: RequestContext) => Promise<SweepReport>;

/** Puts the order away: a flag that forbids nothing. Rejections: `OrderIsArchived`. */
export type ArchiveOrder = CommandOrder;

/** Rejections: `OrderIsNotArchived`. */
export type UnarchiveOrder = CommandOrder;
