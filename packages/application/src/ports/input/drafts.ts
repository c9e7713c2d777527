import type { Amount, DetailChanges, DiscountTerms, ShippingTerms, Timestamp } from "@ordo/domain";
import type { WriteContext } from "../../context.ts";
import type { OrderOutcome } from "../../outcome.ts";
import type { CommandOrder, OrderTarget } from "./order-command.ts";
import type { NewOrderLine } from "./order-lines.ts";
import type { NewOrder } from "./place-order.ts";

/**
 * Begins an order that is not on the books: its prices are a preview, it may have no lines, it reserves
 * nothing. For staff only. Rejections: those of placing but the ones about stock and the expected total.
 */
export type DraftOrder = (input: DraftOrderInput, context: WriteContext) => Promise<OrderOutcome>;

export interface DraftOrderInput extends NewOrder {
  readonly dryRun?: boolean;
}

/**
 * Puts a draft on the books, priced anew from its products as they are now.
 * Rejections: `OrderNeedsALine`, any of pricing, `TotalDiffersFromExpected`, `ProductArchived`,
 * `InsufficientStock`.
 */
export type PlaceDraft = CommandOrder<PlaceDraftInput>;

export interface PlaceDraftInput extends OrderTarget {
  readonly expectedTotal: Amount | null;
  readonly expiresAt?: Timestamp | null;
}

/** Gives up a draft: it ends as canceled. Rejections: `OrderIsNotADraft`. */
export type DiscardDraft = CommandOrder;

/**
 * Changes what a PATCH may: addresses, notes, tags and metadata at any time (addresses until something
 * has shipped), the contents while the order is a draft. An absent key stays as it is, null clears.
 * Changes that change nothing leave the order and its version as they are, and are no refusal.
 * Rejections: `OrderIsNotEditable`, `AddressIsFixedOnceShipped`, `TextIsTooLong`, `TooManyItems`, any
 * of pricing, `UnknownProduct`, `ProductArchived`.
 */
export type ChangeOrder = CommandOrder<ChangeOrderInput>;

export interface ChangeOrderInput extends OrderTarget {
  readonly changes: OrderChanges;
}

/** The details of an order, and the contents of a draft. */
export interface OrderChanges extends DetailChanges {
  /** All lines anew: lines have no identity while they are drafted. Absent: the lines as they are, priced anew. */
  readonly lines?: readonly NewOrderLine[];
  readonly discounts?: readonly DiscountTerms[];
  readonly shippingLines?: readonly ShippingTerms[];
}
