import type { Currency } from "../money/currency.ts";
import type { CustomerId, OrderId } from "../shared/ids.ts";
import type { Metadata } from "../shared/metadata.ts";
import type { Timestamp } from "../shared/timestamp.ts";
import type { Address } from "./address.ts";
import type { CreditLine } from "./credits/credit-line.ts";
import type { Discount } from "./discount.ts";
import type { Edit } from "./edits/edit.ts";
import type { Fulfillment } from "./fulfillments/fulfillment.ts";
import type { Hold } from "./holds/hold.ts";
import type { OrderLine, PricedLine } from "./order-line.ts";
import type { Payment } from "./payments/payment.ts";
import type { Exchange } from "./returns/exchange.ts";
import type { Return } from "./returns/return.ts";
import type { ShippingLine } from "./shipping-line.ts";
import type { Totals } from "./totals.ts";

export type TaxMode = "exclusive" | "inclusive";
export type PaymentTerms = "prepaid" | "onAccount";

/** What the buyer and the seller agreed on: given with the order, not derived. */
export interface OrderTerms {
  readonly id: OrderId;
  /** The human number, unique per tenant. */
  readonly number: string;
  /** The customer who ordered; null for a guest, who then left an {@link email}. */
  readonly customerId: CustomerId | null;
  readonly email: string | null;
  /** Fixed for life. */
  readonly currency: Currency;
  readonly taxMode: TaxMode;
  readonly paymentTerms: PaymentTerms;
  /** Sales channel, such as "web". */
  readonly channel: string;
  readonly billingAddress: Address | null;
  readonly shippingAddress: Address | null;
  readonly tags: readonly string[];
  /** What the customer said. */
  readonly note: string | null;
  readonly metadata: Metadata;
}

/** The priced contents: every amount frozen. */
export interface OrderContents {
  readonly lines: readonly PricedLine[];
  readonly discounts: readonly Discount[];
  readonly shippingLines: readonly ShippingLine[];
  readonly totals: Totals;
}

/** The order's own books, from which every derived status and total follows. */
export interface OrderLedgers {
  readonly payments: readonly Payment[];
  readonly fulfillments: readonly Fulfillment[];
  readonly returns: readonly Return[];
  readonly exchanges: readonly Exchange[];
  readonly edits: readonly Edit[];
  readonly holds: readonly Hold[];
  readonly creditLines: readonly CreditLine[];
}

interface OrderBase extends OrderTerms, Omit<OrderContents, "lines">, OrderLedgers {
  readonly lines: readonly OrderLine[];
  /** Number of events so far: 1 after the first, gapless. */
  readonly version: number;
  /** For the seller's eyes. */
  readonly internalNote: string | null;
  /** When a pending order may be expired; null for never. */
  readonly expiresAt: Timestamp | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  /** Archived is a flag that forbids nothing. */
  readonly archivedAt: Timestamp | null;
}

/** Being put together; prices are a preview until it is placed, and its books are empty. */
export interface DraftOrder extends OrderBase {
  readonly status: "draft";
  readonly payments: readonly [];
  readonly fulfillments: readonly [];
  readonly returns: readonly [];
  readonly exchanges: readonly [];
  readonly edits: readonly [];
  readonly holds: readonly [];
  readonly creditLines: readonly [];
  readonly placedAt: null;
  readonly confirmedAt: null;
  readonly completedAt: null;
  readonly canceledAt: null;
  readonly cancellation: null;
}

/** Placed by the buyer, not yet accepted by the seller. */
export interface PendingOrder extends OrderBase {
  readonly status: "pending";
  readonly placedAt: Timestamp;
  readonly confirmedAt: null;
  readonly completedAt: null;
  readonly canceledAt: null;
  readonly cancellation: null;
}

/** Accepted by the seller, being fulfilled. */
export interface ConfirmedOrder extends OrderBase {
  readonly status: "confirmed";
  readonly placedAt: Timestamp;
  readonly confirmedAt: Timestamp;
  readonly completedAt: null;
  readonly canceledAt: null;
  readonly cancellation: null;
}

/** Every unit delivered or canceled, and paid for. */
export interface CompletedOrder extends OrderBase {
  readonly status: "completed";
  readonly placedAt: Timestamp;
  readonly confirmedAt: Timestamp;
  readonly completedAt: Timestamp;
  readonly canceledAt: null;
  readonly cancellation: null;
}

/** Ended before anything shipped. Terminal. */
export interface CanceledOrder extends OrderBase {
  readonly status: "canceled";
  /** Null when it was canceled as a draft. */
  readonly placedAt: Timestamp | null;
  readonly confirmedAt: Timestamp | null;
  readonly completedAt: null;
  readonly canceledAt: Timestamp;
  readonly cancellation: Cancellation;
}

export interface Cancellation {
  readonly reason: string;
  readonly note: string | null;
}

/** An order: one variant per status, each with only what that status guarantees. */
export type Order = DraftOrder | PendingOrder | ConfirmedOrder | CompletedOrder | CanceledOrder;

/** An order that has been on the books. */
export type PlacedOrder = Exclude<Order, DraftOrder>;

export type OrderStatus = Order["status"];

/** Every status, in lifecycle order. */
export const orderStatuses = [
  "draft",
  "pending",
  "confirmed",
  "completed",
  "canceled",
] as const satisfies readonly OrderStatus[];
