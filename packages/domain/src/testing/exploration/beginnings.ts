import { ProductId } from "../../shared/ids.ts";
import { Timestamp } from "../../shared/timestamp.ts";
import { draftOrder } from "../drafts.ts";
import { catalogLine, customLine, fixed, later, placeOrder, product } from "../fixtures.ts";
import type { PaymentTerms } from "../../order/order.ts";

export const expiresAt = Timestamp(later + 1);

export const draftProduct = product({ price: 5, taxRate: 1900 });

// Amounts so small that almost every share has to be rounded.
const lines = (quantities: readonly number[]) =>
  quantities.map((quantity, index) =>
    index === 0
      ? catalogLine(quantity, product({ id: ProductId("product-1"), price: 5, taxRate: 1900 }))
      : customLine(quantity, 3, { id: `line-${index + 1}`, taxRate: 700 }),
  );

/** An order of lines with so many units each, a discount of 3 over all of them, and shipping. */
export const placed = (quantities: readonly number[], paymentTerms: PaymentTerms) =>
  placeOrder({
    terms: { paymentTerms },
    lines: lines(quantities),
    discounts: [fixed(3)],
    shippingLines: [{ title: "Standard", amount: 2, taxRate: 1900 }],
    expiresAt,
  });

export const drafted = (quantities: readonly number[]) =>
  draftOrder({ lines: lines(quantities), discounts: [] });
