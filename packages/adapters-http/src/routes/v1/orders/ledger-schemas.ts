import { z } from "zod";
import { amount, quantity } from "../../../schemas/money.ts";
import { timestamp } from "../../../schemas/timestamp.ts";
import { addedLineResource, shippingLineResource } from "./contents-schema.ts";
import { id, signedAmount, units } from "./resource-fields.ts";

const lineQuantity = z.object({ lineId: id, quantity }).meta({ id: "LineQuantity" });

const operation = z
  .object({
    number: z.int(),
    type: z.enum(["authorization", "capture", "void", "refund"]),
    amount,
    status: z.enum(["requested", "succeeded", "failed", "unknown"]).meta({
      description: "unknown: the provider did not answer in time; it is asked again.",
    }),
    requestedAt: timestamp,
    settledAt: timestamp.nullable(),
    failure: z.string().nullable().meta({ description: "What the provider said when it failed." }),
  })
  .meta({ id: "PaymentOperation" });

export const paymentResource = z
  .object({
    id,
    provider: z.string(),
    reference: z.string().nullable(),
    amount,
    capture: z.boolean().meta({ description: "Captured as soon as it is authorized?" }),
    authorized: amount.meta({ description: "Open: neither captured nor voided." }),
    captured: amount,
    refunded: amount,
    voided: amount,
    operations: z.array(operation),
    createdAt: timestamp,
  })
  .meta({ id: "Payment" });

export const fulfillmentResource = z
  .object({
    id,
    status: z.enum(["pending", "packed", "shipped", "delivered", "canceled"]),
    lines: z.array(lineQuantity),
    carrier: z.string().nullable(),
    trackingNumbers: z.array(z.string()),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "Fulfillment" });

const returnLine = z
  .object({
    lineId: id,
    quantity,
    reason: z.string().nullable(),
    restocked: units,
    writtenOff: units,
    dismissed: units,
  })
  .meta({ id: "ReturnLine" });

export const returnResource = z
  .object({
    id,
    status: z.enum([
      "requested",
      "approved",
      "partially_received",
      "received",
      "closed",
      "rejected",
      "canceled",
    ]),
    lines: z.array(returnLine),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "Return" });

export const exchangeResource = z
  .object({ id, returnId: id, replacementLineIds: z.array(id), createdAt: timestamp })
  .meta({ id: "Exchange" });

export const editResource = z
  .object({
    id,
    status: z.enum(["proposed", "confirmed", "declined"]),
    reason: z.string().nullable(),
    baseVersion: z.int(),
    addedLines: z.array(addedLineResource),
    addedShippingLines: z.array(shippingLineResource),
    canceledLines: z.array(lineQuantity),
    newTotal: amount.meta({ description: "What the order would cost." }),
    difference: signedAmount.meta({ description: "newTotal − what it costs without the edit." }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "Edit" });

export const holdResource = z
  .object({ id, reason: z.string(), placedAt: timestamp, releasedAt: timestamp.nullable() })
  .meta({ id: "Hold" });

export const creditLineResource = z
  .object({ id, amount, reason: z.string(), createdAt: timestamp })
  .meta({ id: "CreditLine" });
