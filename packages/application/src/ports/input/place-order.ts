import type {
  Address,
  Amount,
  BasisPoints,
  CustomerId,
  DiscountTerms,
  Metadata,
  Order,
  PaymentTerms,
  ProductId,
  ShippingTerms,
  TaxMode,
} from "@ordo/domain";
import type { WriteContext } from "../../context.ts";
import type { Outcome } from "../../outcome.ts";

/**
 * Places an order: prices it from the catalog, reserves tracked stock, puts it on the books.
 * Rejections: any of pricing, `TotalDiffersFromExpected`, `UnknownCustomer`, `UnknownProduct`,
 * `InsufficientStock`, `OrderNumberTaken`, `CustomersMayNot`.
 */
export type PlaceOrder = (input: PlaceOrderInput, context: WriteContext) => Promise<Outcome<Order>>;

/** A registered customer, a guest with an email, or both: then the email is where this order's mail goes. */
export type Buyer =
  | { readonly customerId: CustomerId; readonly email: string | null }
  | { readonly customerId: null; readonly email: string };

export interface PlaceOrderInput {
  readonly buyer: Buyer;
  readonly currency: string;
  readonly taxMode: TaxMode;
  readonly paymentTerms: PaymentTerms;
  readonly channel: string;
  /** The caller's own order number; null has one made. */
  readonly number: string | null;
  readonly lines: readonly PlaceOrderLine[];
  readonly discounts: readonly DiscountTerms[];
  readonly shippingLines: readonly ShippingTerms[];
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  /** Minor units; null skips the check. */
  readonly expectedTotal: Amount | null;
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly metadata: Metadata;
}

export type PlaceOrderLine =
  | { readonly productId: ProductId; readonly quantity: number }
  | {
      readonly title: string;
      readonly sku: string | null;
      readonly unitPrice: Amount;
      readonly taxRate: BasisPoints;
      readonly quantity: number;
    };
