import type { FulfillmentStatus, PaymentStatus, RefundStatus, ReturnStatus } from "@ordo/domain";
import { z } from "zod";

// Derived from the order's own books, never set.
export const paymentStatusSchema = z
  .enum([
    "unpaid",
    "partially_authorized",
    "authorized",
    "partially_paid",
    "paid",
    "overpaid",
    "not_required",
  ] satisfies PaymentStatus[])
  .meta({ id: "PaymentStatus" });

export const refundStatusSchema = z
  .enum(["none", "pending", "partial", "full"] satisfies RefundStatus[])
  .meta({ id: "RefundStatus" });

export const fulfillmentStatusSchema = z
  .enum([
    "unfulfilled",
    "partially_fulfilled",
    "fulfilled",
    "partially_shipped",
    "shipped",
    "partially_delivered",
    "delivered",
  ] satisfies FulfillmentStatus[])
  .meta({ id: "FulfillmentStatus" });

export const returnStatusSchema = z
  .enum(["none", "requested", "partially_returned", "returned"] satisfies ReturnStatus[])
  .meta({ id: "ReturnStatus" });
