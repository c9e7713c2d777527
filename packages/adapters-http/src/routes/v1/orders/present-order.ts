import {
  fulfillmentStatus,
  type Order,
  orderTotals,
  paymentStatus,
  refundStatus,
  returnStatus,
} from "@ordo/domain";
import { presentAddress } from "../../../schemas/address.ts";
import { presentNullableTimestamp, presentTimestamp } from "../../../schemas/timestamp.ts";
import { orderActions } from "./order-actions.ts";
import type { OrderResource } from "./order-schema.ts";
import { presentDiscount, presentLine, presentShippingLine } from "./present-contents.ts";
import type { Viewer } from "./present-event.ts";
import {
  presentCreditLine,
  presentEdit,
  presentExchange,
  presentFulfillment,
  presentHold,
  presentPayment,
  presentReturn,
} from "./present-ledgers.ts";

/** The order as it is published: every field picked by name, so that new state stays inside until it is meant to show. */
export const presentOrder = (order: Order, viewer: Viewer): OrderResource => ({
  id: order.id,
  number: order.number,
  version: order.version,
  status: order.status,
  paymentStatus: paymentStatus(order),
  refundStatus: refundStatus(order),
  fulfillmentStatus: fulfillmentStatus(order),
  returnStatus: returnStatus(order),
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
  totals: presentTotals(order),
  tags: [...order.tags],
  note: order.note,
  internalNote: viewer.actingCustomerId === null ? order.internalNote : null,
  metadata: order.metadata,
  cancellation: order.cancellation && {
    reason: order.cancellation.reason,
    note: order.cancellation.note,
  },
  payments: order.payments.map(presentPayment),
  fulfillments: order.fulfillments.map(presentFulfillment),
  returns: order.returns.map(presentReturn),
  exchanges: order.exchanges.map(presentExchange),
  edits: order.edits.map(presentEdit),
  holds: order.holds.map(presentHold),
  creditLines: order.creditLines.map(presentCreditLine),
  actions: orderActions(order, viewer),
  createdAt: presentTimestamp(order.createdAt),
  updatedAt: presentTimestamp(order.updatedAt),
  placedAt: presentNullableTimestamp(order.placedAt),
  confirmedAt: presentNullableTimestamp(order.confirmedAt),
  completedAt: presentNullableTimestamp(order.completedAt),
  canceledAt: presentNullableTimestamp(order.canceledAt),
  archivedAt: presentNullableTimestamp(order.archivedAt),
  expiresAt: presentNullableTimestamp(order.expiresAt),
});

const presentTotals = (order: Order): OrderResource["totals"] => {
  const totals = orderTotals(order);
  return {
    subtotal: totals.subtotal,
    discount: totals.discount,
    shipping: totals.shipping,
    tax: totals.tax,
    total: totals.total,
    canceled: totals.canceled,
    returned: totals.returned,
    credited: totals.credited,
    current: totals.current,
    authorized: totals.authorized,
    captured: totals.captured,
    refunded: totals.refunded,
    balance: totals.balance,
  };
};
