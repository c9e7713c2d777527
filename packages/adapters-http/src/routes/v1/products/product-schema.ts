import { limits } from "@ordo/domain";
import { z } from "zod";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { metadata } from "../../../schemas/metadata.ts";
import { amount, currency, currencyCode, rate } from "../../../schemas/money.ts";
import { text } from "../../../schemas/text.ts";
import { timestamp } from "../../../schemas/timestamp.ts";

export const productParams = z.strictObject({
  productId: identifier.meta({ description: "The product's id.", examples: [exampleId] }),
});

const units = z.int().min(0);

export const newProduct = z
  .strictObject({
    sku: text({ max: limits.skuLength }).meta({
      description: "Stock keeping unit, unique among your products.",
    }),
    title: text({ max: limits.titleLength }),
    price: amount,
    currency,
    taxRate: rate.default(0),
    inventory: z
      .strictObject({
        tracked: z.boolean().meta({ description: "An untracked product never runs out." }),
        onHand: units.default(0).meta({ description: "Units in the warehouse." }),
      })
      .default({ tracked: false, onHand: 0 }),
    metadata: metadata.default({}),
  })
  .meta({ id: "NewProduct" });

export const productResource = z
  .object({
    id: z.string().meta({ format: "uuid" }),
    version: z
      .int()
      .meta({ description: "1 when created, one more with every change of the product." }),
    sku: z.string(),
    title: z.string(),
    price: amount,
    currency: currencyCode,
    taxRate: rate,
    // Not what is reserved: that moves without a new version, and the entity tag would lie.
    inventory: z.object({ tracked: z.boolean(), onHand: units }),
    metadata: z.record(z.string(), z.string()),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "Product" });

export type ProductResource = z.output<typeof productResource>;
