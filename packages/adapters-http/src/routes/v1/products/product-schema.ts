import { limits } from "@ordo/domain";
import { z } from "zod";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { metadata, metadataPatch } from "../../../schemas/metadata.ts";
import { amount, currency, currencyCode, rate } from "../../../schemas/money.ts";
import { pageOf } from "../../../schemas/page.ts";
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
    archivedAt: timestamp.nullable().meta({ description: "Since then it is no longer ordered." }),
  })
  .meta({ id: "Product" });

export const productPage = pageOf(productResource, "ProductPage");

export const productPatch = z
  .strictObject({
    sku: text({ max: limits.skuLength }).optional(),
    title: text({ max: limits.titleLength }).optional(),
    price: amount.optional(),
    taxRate: rate.optional(),
    metadata: metadataPatch.nullish(),
  })
  .meta({
    id: "ProductPatch",
    description: "A merge patch (RFC 7396): what is left out stays. The currency is fixed.",
  });

const stock = {
  productId: z.string().meta({ format: "uuid" }),
  tracked: z.boolean(),
  onHand: units.meta({ description: "Units in the warehouse." }),
  reserved: units.meta({ description: "Units that open orders have claimed." }),
  available: z.int().meta({ description: "onHand − reserved: what a new order may claim." }),
};

export const inventoryResource = z.object(stock).meta({ id: "Inventory" });

export const newAdjustment = z
  .strictObject({
    delta: z
      .int()
      .refine((delta) => delta !== 0, "Send an integer other than 0.")
      .meta({ description: "Units; negative takes away.", not: { const: 0 } }),
    reason: text({ max: limits.reasonLength }),
  })
  .meta({ id: "NewInventoryAdjustment" });

export const adjustmentResource = z
  .object({
    id: z.string().meta({ format: "uuid" }),
    productId: z.string().meta({ format: "uuid" }),
    delta: z.int(),
    reason: z.string(),
    at: timestamp,
    inventory: inventoryResource.meta({ description: "The stock right after it." }),
  })
  .meta({ id: "InventoryAdjustment" });

export type ProductResource = z.output<typeof productResource>;
