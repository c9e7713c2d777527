import { orderStatuses } from "@ordo/domain";
import { z } from "zod";
import { addressResource } from "../../../schemas/address.ts";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { amount, currencyCode } from "../../../schemas/money.ts";
import { pageOf } from "../../../schemas/page.ts";
import { timestamp } from "../../../schemas/timestamp.ts";
import { discountResource, lineResource, shippingLineResource } from "./contents-schema.ts";
import {
  creditLineResource,
  editResource,
  exchangeResource,
  fulfillmentResource,
  holdResource,
  paymentResource,
  returnResource,
} from "./ledger-schemas.ts";
import { eventResource } from "./event-schema.ts";
import { id, signedAmount } from "./resource-fields.ts";
import {
  fulfillmentStatusSchema,
  paymentStatusSchema,
  refundStatusSchema,
  returnStatusSchema,
} from "./status-schemas.ts";

export const orderParams = z.strictObject({
  orderId: identifier.meta({ description: "The order's id.", examples: [exampleId] }),
});

export const orderStatus = z.enum(orderStatuses).meta({ id: "OrderStatus" });

const totals = z
  .object({
    subtotal: amount,
    discount: amount,
    shipping: amount,
    tax: amount,
    total: amount.meta({ description: "What was ordered comes to, confirmed edits included." }),
    canceled: amount.meta({ description: "What canceled units took with them." }),
    returned: amount,
    credited: amount,
    current: amount.meta({ description: "total − canceled − returned − credited." }),
    authorized: amount.meta({ description: "Open authorizations." }),
    captured: amount,
    refunded: amount,
    balance: signedAmount.meta({
      description: "current − (captured − refunded): positive is owed by the buyer.",
    }),
  })
  .meta({ id: "Totals" });

const action = z
  .object({
    name: z.string(),
    method: z.enum(["POST", "PATCH", "DELETE"]),
    href: z.string().meta({ format: "uri-reference" }),
  })
  .meta({ id: "Action", description: "Something that can be done with the order as it is now." });

export const orderResource = z
  .object({
    id,
    number: z
      .string()
      .meta({ description: "The human number, unique among your orders.", examples: ["1001"] }),
    version: z
      .int()
      .meta({ description: "1 when created, one more with every change.", examples: [1] }),
    status: orderStatus,
    paymentStatus: paymentStatusSchema,
    refundStatus: refundStatusSchema,
    fulfillmentStatus: fulfillmentStatusSchema,
    returnStatus: returnStatusSchema,
    customerId: id.nullable(),
    email: z.string().nullable(),
    currency: currencyCode,
    taxMode: z.enum(["exclusive", "inclusive"]),
    paymentTerms: z.enum(["prepaid", "onAccount"]),
    channel: z.string(),
    lines: z.array(lineResource),
    discounts: z.array(discountResource),
    shippingLines: z.array(shippingLineResource),
    shippingAddress: addressResource.nullable(),
    billingAddress: addressResource.nullable(),
    totals,
    tags: z.array(z.string()),
    note: z.string().nullable(),
    internalNote: z
      .string()
      .nullable()
      .meta({ description: "For staff; a customer always sees null." }),
    metadata: z.record(z.string(), z.string()),
    cancellation: z
      .object({ reason: z.string(), note: z.string().nullable() })
      .nullable()
      .meta({ description: "Null while the order is not canceled." }),
    payments: z.array(paymentResource),
    fulfillments: z.array(fulfillmentResource),
    returns: z.array(returnResource),
    exchanges: z.array(exchangeResource),
    edits: z.array(editResource),
    holds: z.array(holdResource),
    creditLines: z.array(creditLineResource),
    actions: z.array(action),
    createdAt: timestamp,
    updatedAt: timestamp,
    placedAt: timestamp.nullable(),
    confirmedAt: timestamp.nullable(),
    completedAt: timestamp.nullable(),
    canceledAt: timestamp.nullable(),
    archivedAt: timestamp.nullable(),
    expiresAt: timestamp
      .nullable()
      .meta({ description: "When it may be expired if it is still pending." }),
  })
  .meta({ id: "Order" });

export type OrderResource = z.output<typeof orderResource>;

export const orderPage = pageOf(orderResource, "OrderPage");

export const orderPreview = z
  .object({ order: orderResource, events: z.array(eventResource) })
  .meta({
    id: "OrderPreview",
    description: "The order as it would become, and what would happen.",
  });
