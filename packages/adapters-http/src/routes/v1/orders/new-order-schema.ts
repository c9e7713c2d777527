import { limits } from "@ordo/domain";
import { z } from "zod";
import { address } from "../../../schemas/address.ts";
import { email } from "../../../schemas/email.ts";
import { identifier } from "../../../schemas/identifier.ts";
import { metadata } from "../../../schemas/metadata.ts";
import { amount, currency, rate } from "../../../schemas/money.ts";
import { newLine, newShippingLine } from "./new-line-schema.ts";
import { text } from "../../../schemas/text.ts";
import { sentTimestamp } from "../../../schemas/timestamp.ts";

export const channel = text({ max: 50 }).meta({ description: "Sales channel." });

const discountDetails = {
  code: text({ max: 100 }).nullish(),
  reason: text({ max: limits.reasonLength }).nullish(),
  line: z
    .int()
    .min(0)
    .max(limits.linesPerOrder - 1)
    .nullish()
    .meta({
      description: "The line it applies to, counted from 0; all lines together when left out.",
    }),
};

export const newDiscount = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("fixed"), value: amount, ...discountDetails }),
    z.strictObject({ type: z.literal("percentage"), value: rate, ...discountDetails }),
  ])
  .meta({
    id: "NewDiscount",
    description:
      "Applied in the order given, each to what the earlier ones left. Never touches shipping.",
  });

export const expiresAt = sentTimestamp.nullish().meta({
  description:
    "When the order may be expired if it is still pending: its stock is released, and it ends as canceled. Never, when left out; with the next sweep, when it has passed. A draft gets it when it is placed.",
});

export const newOrder = z
  .strictObject({
    customerId: identifier.nullish().meta({ description: "The customer who orders." }),
    email: email
      .nullish()
      .meta({ description: "Where the order's mail goes; needed from a guest." }),
    currency,
    taxMode: z
      .enum(["exclusive", "inclusive"])
      .default("exclusive")
      .meta({ description: "Do prices contain tax?" }),
    paymentTerms: z.enum(["prepaid", "onAccount"]).default("prepaid"),
    channel: channel.default("default"),
    number: text({ max: limits.orderNumberLength }).nullish().meta({
      description: "Your own order number, unique among your orders; one is made when left out.",
    }),
    lines: z.array(newLine).max(limits.linesPerOrder),
    discounts: z.array(newDiscount).max(limits.discountsPerOrder).default([]),
    shippingLines: z.array(newShippingLine).max(limits.shippingLinesPerOrder).default([]),
    shippingAddress: address.nullish(),
    billingAddress: address.nullish(),
    expectedTotal: amount.nullish().meta({
      description: "What the buyer was shown. The order is refused when it comes to another total.",
    }),
    expiresAt,
    draft: z.boolean().default(false).meta({
      description: "true begins a draft, which reserves nothing, instead of placing an order.",
    }),
    tags: z
      .array(text({ max: limits.tagLength }))
      .max(limits.tagsPerOrder)
      .default([]),
    note: text({ min: 0, max: limits.noteLength })
      .nullish()
      .meta({ description: "What the buyer said." }),
    metadata: metadata.default({}),
  })
  .refine(({ customerId, email }) => (customerId ?? email ?? null) !== null, {
    error: "Send a customerId, an email, or both.",
    // Also beside other faults, so that one answer lists them all.
    when: ({ value }) => typeof value === "object" && value !== null,
  })
  .refine(({ draft, lines }) => draft || lines.length > 0, {
    error: "Send at least 1 item, or draft: true.",
    path: ["lines"],
  })
  .meta({
    id: "NewOrder",
    anyOf: [
      { required: ["customerId"], properties: { customerId: { type: "string" } } },
      { required: ["email"], properties: { email: { type: "string" } } },
    ],
    if: { required: ["draft"], properties: { draft: { const: true } } },
    else: { properties: { lines: { minItems: 1 } } },
  });

export type NewOrder = z.output<typeof newOrder>;
