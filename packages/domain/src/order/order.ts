import type { Currency } from "../money/currency.ts";
import type { CustomerId, OrderId } from "../shared/ids.ts";
import type { Metadata } from "../shared/metadata.ts";
import type { Timestamp } from "../shared/timestamp.ts";
import type { Address } from "./address.ts";
import type { Discount } from "./discount.ts";
import type { OrderLine } from "./order-line.ts";
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

/** The priced contents: every amount frozen at placement. */
export interface OrderContents {
  readonly lines: readonly OrderLine[];
  readonly discounts: readonly Discount[];
  readonly shippingLines: readonly ShippingLine[];
  readonly totals: Totals;
}

interface OrderBase extends OrderTerms, OrderContents {
  /** Number of events so far: 1 after the first, gapless. */
  readonly version: number;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly placedAt: Timestamp;
}

/** Placed by the buyer, not yet accepted by the seller. */
export interface PendingOrder extends OrderBase {
  readonly status: "pending";
}

/** Ended before anything shipped. Terminal. */
export interface CanceledOrder extends OrderBase {
  readonly status: "canceled";
  readonly canceledAt: Timestamp;
  readonly cancellation: Cancellation;
}

export interface Cancellation {
  readonly reason: string;
  readonly note: string | null;
}

/** An order: one variant per status, each with only what that status guarantees. */
export type Order = PendingOrder | CanceledOrder;

export type OrderStatus = Order["status"];

/** Every status, in lifecycle order. */
export const orderStatuses = ["pending", "canceled"] as const satisfies readonly OrderStatus[];
