import type { Discount, OrderLine, PricedLine, ShippingLine } from "@ordo/domain";
import type { OrderResource } from "./order-schema.ts";

export const presentPricedLine = (line: PricedLine) => ({
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

export const presentLine = (line: OrderLine): OrderResource["lines"][number] => ({
  ...presentPricedLine(line),
  canceled: line.canceled,
  fulfilled: line.fulfilled,
  shipped: line.shipped,
  delivered: line.delivered,
  returnRequested: line.returnRequested,
  returned: line.returned,
  writtenOff: line.writtenOff,
});

export const presentDiscount = (discount: Discount): OrderResource["discounts"][number] => ({
  type: discount.type,
  value: discount.value,
  line: discount.line,
  code: discount.code,
  reason: discount.reason,
  amount: discount.amount,
});

export const presentShippingLine = (
  line: ShippingLine,
): OrderResource["shippingLines"][number] => ({
  title: line.title,
  amount: line.amount,
  taxRate: line.taxRate,
  tax: line.tax,
  total: line.total,
});
