import type {
  Address,
  Amount,
  CustomerId,
  DiscountTerms,
  Metadata,
  PaymentTerms,
  ShippingTerms,
  TaxMode,
  Timestamp,
} from "@ordo/domain";
import type { WriteContext } from "../../context.ts";
import type { OrderOutcome } from "../../outcome.ts";
import type { NewOrderLine } from "./order-lines.ts";

/**
 * Places an order: prices it from the catalog, reserves tracked stock, puts it on the books.
 * Rejections: any of pricing, `TotalDiffersFromExpected`, `UnknownCustomer`, `UnknownProduct`,
 * `ProductArchived`, `InsufficientStock`, `OrderNumberTaken`, `CustomersMayNot`.
 */
export type PlaceOrder = (input: PlaceOrderInput, context: WriteContext) => Promise<OrderOutcome>;

/** A registered customer, a guest with an email, or both: then the email is where this order's mail goes. */
export type Buyer =
  | { readonly customerId: CustomerId; readonly email: string | null }
  | { readonly customerId: null; readonly email: string };

/** What an order is to be: the same for one that is placed and for a draft. */
export interface NewOrder {
  readonly buyer: Buyer;
  readonly currency: string;
  readonly taxMode: TaxMode;
  readonly paymentTerms: PaymentTerms;
  readonly channel: string;
  /** The caller's own order number; null has one made. */
  readonly number: string | null;
  readonly lines: readonly NewOrderLine[];
  readonly discounts: readonly DiscountTerms[];
  readonly shippingLines: readonly ShippingTerms[];
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly metadata: Metadata;
}

export interface PlaceOrderInput extends NewOrder {
  /** Minor units; null skips the check. */
  readonly expectedTotal: Amount | null;
  /** When the order may be expired if it is still pending; absent or null for never. */
  readonly expiresAt?: Timestamp | null;
  /** True decides and shows, and does nothing (as in `OrderTarget`). The order shown has an id and number of its own, of no meaning. */
  readonly dryRun?: boolean;
}
