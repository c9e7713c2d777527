import {
  fulfillmentStatus,
  type Order,
  paymentStatus,
  refundStatus,
  returnStatus,
} from "@ordo/domain";
import type { OrderFilter } from "../../ports/output/order-queries.ts";

export const orderMatches = (order: Order, filter: OrderFilter): boolean => {
  const { status, customerId, channel, number, email, tag, productId } = filter;
  return (
    (status === undefined || order.status === status) &&
    (filter.paymentStatus === undefined || paymentStatus(order) === filter.paymentStatus) &&
    (filter.refundStatus === undefined || refundStatus(order) === filter.refundStatus) &&
    (filter.fulfillmentStatus === undefined ||
      fulfillmentStatus(order) === filter.fulfillmentStatus) &&
    (filter.returnStatus === undefined || returnStatus(order) === filter.returnStatus) &&
    (customerId === undefined || order.customerId === customerId) &&
    (channel === undefined || order.channel === channel) &&
    (number === undefined || order.number === number) &&
    (email === undefined || order.email?.toLowerCase() === email.toLowerCase()) &&
    (tag === undefined || order.tags.includes(tag)) &&
    (productId === undefined || order.lines.some((line) => line.productId === productId)) &&
    isWithin(order.createdAt, filter.createdFrom, filter.createdBefore) &&
    isWithin(order.placedAt, filter.placedFrom, filter.placedBefore) &&
    (filter.totalMin === undefined || order.totals.total >= filter.totalMin) &&
    (filter.totalMax === undefined || order.totals.total <= filter.totalMax)
  );
};

/** What has no time is within no bound. */
const isWithin = (
  at: number | null,
  from: number | undefined,
  before: number | undefined,
): boolean =>
  (from === undefined || (at !== null && at >= from)) &&
  (before === undefined || (at !== null && at < before));
