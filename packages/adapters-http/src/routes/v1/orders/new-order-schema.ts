import { limits } from "@ordo/domain";
import { z } from "zod";
import { address } from "../../../schemas/address.ts";
import { email } from "../../../schemas/email.ts";
import { identifier } from "../../../schemas/identifier.ts";
import { metadata } from "../../../schemas/metadata.ts";
import { amount, currency, quantity, rate } from "../../../schemas/money.ts";
import { text } from "../../../schemas/text.ts";

export const channel = text({ max: 50 }).meta({ description: "Sales channel." });

const catalogLine = z.strictObject({ productId: identifier, quantity }).meta({
  id: "NewCatalogLine",
  description: "A product: title, price and tax come from the catalog.",
});

const customLine = z
  .strictObject({
    title: text({ max: limits.titleLength }),
    sku: text({ max: limits.skuLength }).nullish(),
    unitPrice: amount,
    taxRate: rate,
    quantity,
  })
  .meta({
    id: "NewCustomLine",
    description: "Something without a product. Only staff may name a price.",
  });

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

const discount = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("fixed"), value: amount, ...discountDetails }),
    z.strictObject({ type: z.literal("percentage"), value: rate, ...discountDetails }),
  ])
  .meta({
    id: "NewDiscount",
    description:
      "Applied in the order given, each to what the earlier ones left. Never touches shipping.",
  });

const shippingLine = z
  .strictObject({ title: text({ max: limits.titleLength }), amount, taxRate: rate })
  .meta({ id: "NewShippingLine" });

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
    lines: z
      .array(z.union([catalogLine, customLine]))
      .min(1)
      .max(limits.linesPerOrder),
    discounts: z.array(discount).max(limits.discountsPerOrder).default([]),
    shippingLines: z.array(shippingLine).max(limits.shippingLinesPerOrder).default([]),
    shippingAddress: address.nullish(),
    billingAddress: address.nullish(),
    expectedTotal: amount.nullish().meta({
      description: "What the buyer was shown. The order is refused when it comes to another total.",
    }),
    draft: z
      .literal(false, "Send false, or leave this out: an order is placed at once.")
      .default(false)
      .meta({ description: "An order is placed at once; only false can be sent." }),
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
  .meta({
    id: "NewOrder",
    anyOf: [{ required: ["customerId"] }, { required: ["email"] }],
  });

export type NewOrder = z.output<typeof newOrder>;
