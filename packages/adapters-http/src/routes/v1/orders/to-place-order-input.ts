import type { Buyer, PlaceOrderInput } from "@ordo/application";
import { CustomerId, type DiscountTerms } from "@ordo/domain";
import { toAddress } from "../../../schemas/address.ts";
import { toNullableTimestamp } from "../../../schemas/timestamp.ts";
import { toLine } from "./new-line-schema.ts";
import type { NewOrder } from "./new-order-schema.ts";

export const toPlaceOrderInput = (body: NewOrder): PlaceOrderInput => ({
  buyer: toBuyer(body),
  currency: body.currency,
  taxMode: body.taxMode,
  paymentTerms: body.paymentTerms,
  channel: body.channel,
  number: body.number ?? null,
  lines: body.lines.map(toLine),
  discounts: body.discounts.map(toDiscount),
  shippingLines: body.shippingLines,
  shippingAddress: toAddress(body.shippingAddress),
  billingAddress: toAddress(body.billingAddress),
  expectedTotal: body.expectedTotal ?? null,
  expiresAt: toNullableTimestamp(body.expiresAt),
  tags: body.tags,
  note: body.note ?? null,
  metadata: body.metadata,
});

const toBuyer = ({ customerId, email }: NewOrder): Buyer => {
  if (typeof customerId === "string")
    return { customerId: CustomerId(customerId), email: email ?? null };
  if (typeof email === "string") return { customerId: null, email };
  throw new Error("The schema let an order without a buyer through");
};

export const toDiscount = ({
  type,
  value,
  line,
  code,
  reason,
}: NewOrder["discounts"][number]): DiscountTerms => ({
  type,
  value,
  line: line ?? null,
  code: code ?? null,
  reason: reason ?? null,
});
