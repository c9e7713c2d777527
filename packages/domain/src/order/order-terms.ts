import type { OrderTerms } from "./order.ts";

/** The terms alone, out of something that carries them among other things. */
export const termsOf = (order: OrderTerms): OrderTerms => ({
  id: order.id,
  number: order.number,
  customerId: order.customerId,
  email: order.email,
  currency: order.currency,
  taxMode: order.taxMode,
  paymentTerms: order.paymentTerms,
  channel: order.channel,
  billingAddress: order.billingAddress,
  shippingAddress: order.shippingAddress,
  tags: order.tags,
  note: order.note,
  metadata: order.metadata,
});
