import type { LineQuantity, Timestamp } from "@ordo/domain";
import type { RequestContext } from "../../context.ts";
import type { CommandOrder, OrderTarget } from "./order-command.ts";

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
export type ExpireDueOrders = (
  input: { readonly limit: number },
  context: RequestContext,
) => Promise<SweepReport>;

/** What one pass of a scheduled task came to. */
export interface SweepReport {
  readonly done: number;
  readonly skipped: number;
  /** Was the limit reached, so that there may be more? */
  readonly remaining: boolean;
  /** The time the pass judged by. */
  readonly at: Timestamp;
}

/** Puts the order away: a flag that forbids nothing. Rejections: `OrderIsArchived`. */
export type ArchiveOrder = CommandOrder;

/** Rejections: `OrderIsNotArchived`. */
export type UnarchiveOrder = CommandOrder;
