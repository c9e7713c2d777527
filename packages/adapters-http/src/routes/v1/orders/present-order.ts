import type { Discount, Order, OrderLine, ShippingLine } from "@ordo/domain";
import { presentAddress } from "../../../schemas/address.ts";
import { presentTimestamp } from "../../../schemas/timestamp.ts";
import { orderActions } from "./order-actions.ts";
import type { OrderResource } from "./order-schema.ts";

/** The order as it is published: every field picked by name, so that new state stays inside until it is meant to show. */
export const presentOrder = (order: Order): OrderResource => ({
  id: order.id,
  number: order.number,
  version: order.version,
  status: order.status,
  customerId: order.customerId,
  email: order.email,
  currency: order.currency,
  taxMode: order.taxMode,
  paymentTerms: order.paymentTerms,
  channel: order.channel,
  lines: order.lines.map(presentLine),
  discounts: order.discounts.map(presentDiscount),
  shippingLines: order.shippingLines.map(presentShippingLine),
  shippingAddress: order.shippingAddress && presentAddress(order.shippingAddress),
  billingAddress: order.billingAddress && presentAddress(order.billingAddress),
  totals: {
    subtotal: order.totals.subtotal,
    discount: order.totals.discount,
    shipping: order.totals.shipping,
    tax: order.totals.tax,
    total: order.totals.total,
  },
  tags: [...order.tags],
  note: order.note,
  metadata: order.metadata,
  ...presentEnding(order),
  actions: orderActions(order),
  createdAt: presentTimestamp(order.createdAt),
  updatedAt: presentTimestamp(order.updatedAt),
  placedAt: presentTimestamp(order.placedAt),
});

const presentEnding = (order: Order): Pick<OrderResource, "cancellation" | "canceledAt"> => {
  switch (order.status) {
    case "pending":
      return { cancellation: null, canceledAt: null };
    case "canceled": {
      const { reason, note } = order.cancellation;
      return { cancellation: { reason, note }, canceledAt: presentTimestamp(order.canceledAt) };
    }
  }
};

const presentLine = (line: OrderLine): OrderResource["lines"][number] => ({
  id: line.id,
  productId: line.productId,
  sku: line.sku,
  title: line.title,
  unitPrice: line.unitPrice,
  taxRate: line.taxRate,
  quantity: line.quantity,
  subtotal: line.subtotal,
  discount: line.discount,
  tax: line.tax,
  total: line.total,
});

const presentDiscount = (discount: Discount): OrderResource["discounts"][number] => ({
  type: discount.type,
  value: discount.value,
  line: discount.line,
  code: discount.code,
  reason: discount.reason,
  amount: discount.amount,
});

const presentShippingLine = (line: ShippingLine): OrderResource["shippingLines"][number] => ({
  title: line.title,
  amount: line.amount,
  taxRate: line.taxRate,
  tax: line.tax,
  total: line.total,
});
