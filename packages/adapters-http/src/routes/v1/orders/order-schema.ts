import { orderStatuses } from "@ordo/domain";
import { z } from "zod";
import { addressResource } from "../../../schemas/address.ts";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { amount, currencyCode, quantity, rate } from "../../../schemas/money.ts";
import { timestamp } from "../../../schemas/timestamp.ts";

export const orderParams = z.strictObject({
  orderId: identifier.meta({ description: "The order's id.", examples: [exampleId] }),
});

export const orderStatus = z.enum(orderStatuses).meta({ id: "OrderStatus" });

const id = z.string().meta({ format: "uuid" });

const line = z
  .object({
    id,
    productId: id.nullable().meta({ description: "Null on a custom line." }),
    sku: z.string().nullable(),
    title: z.string(),
    unitPrice: amount,
    taxRate: rate,
    quantity,
    subtotal: amount.meta({ description: "unitPrice × quantity." }),
    discount: amount.meta({ description: "The line's share of all discounts." }),
    tax: amount,
    total: amount.meta({
      description: "What the line costs: with exclusive tax, the tax is added.",
    }),
  })
  .meta({ id: "OrderLine" });

const discount = z
  .object({
    type: z.enum(["fixed", "percentage"]),
    value: z.int(),
    line: z.int().nullable(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
    amount: amount.meta({ description: "What it took off, in minor units." }),
  })
  .meta({ id: "Discount" });

const shippingLine = z
  .object({ title: z.string(), amount, taxRate: rate, tax: amount, total: amount })
  .meta({ id: "ShippingLine" });

const totals = z
  .object({ subtotal: amount, discount: amount, shipping: amount, tax: amount, total: amount })
  .meta({ id: "Totals" });

const action = z
  .object({
    name: z.string(),
    method: z.enum(["POST"]),
    href: z.string().meta({ format: "uri-reference" }),
  })
  .meta({ id: "Action", description: "Something that can be done with the order as it is now." });

export const orderResource = z
  .object({
    id,
    number: z.string().meta({ description: "The human number, unique among your orders." }),
    version: z.int().meta({ description: "1 when placed, one more with every change." }),
    status: orderStatus,
    customerId: id.nullable(),
    email: z.string().nullable(),
    currency: currencyCode,
    taxMode: z.enum(["exclusive", "inclusive"]),
    paymentTerms: z.enum(["prepaid", "onAccount"]),
    channel: z.string(),
    lines: z.array(line),
    discounts: z.array(discount),
    shippingLines: z.array(shippingLine),
    shippingAddress: addressResource.nullable(),
    billingAddress: addressResource.nullable(),
    totals,
    tags: z.array(z.string()),
    note: z.string().nullable(),
    metadata: z.record(z.string(), z.string()),
    cancellation: z
      .object({ reason: z.string(), note: z.string().nullable() })
      .nullable()
      .meta({ description: "Null while the order is not canceled." }),
    actions: z.array(action),
    createdAt: timestamp,
    updatedAt: timestamp,
    placedAt: timestamp,
    canceledAt: timestamp.nullable(),
  })
  .meta({ id: "Order" });

export type OrderResource = z.output<typeof orderResource>;

export const orderPage = z
  .object({
    items: z.array(orderResource),
    page: z.object({
      next: z
        .string()
        .nullable()
        .meta({ format: "uri-reference", description: "Null on the last page." }),
      prev: z
        .string()
        .nullable()
        .meta({ format: "uri-reference", description: "Null on the first page." }),
    }),
  })
  .meta({ id: "OrderPage" });
