import type { NewOrderLine } from "@ordo/application";
import { limits, ProductId } from "@ordo/domain";
import { z } from "zod";
import { identifier } from "../../../schemas/identifier.ts";
import { amount, quantity, rate } from "../../../schemas/money.ts";
import { text } from "../../../schemas/text.ts";

const priceComesFromProduct =
  "Remove this: a line with a productId takes its title, price and tax from the product.";

const catalogLine = z
  .strictObject(
    { productId: identifier, quantity },
    {
      error: (issue) =>
        issue.code === "unrecognized_keys" && issue.keys?.some((key) => key in customFields)
          ? priceComesFromProduct
          : undefined,
    },
  )
  .meta({
    id: "NewCatalogLine",
    description: "A product: title, price and tax come from the catalog.",
  });

const customFields = {
  title: text({ max: limits.titleLength }),
  sku: text({ max: limits.skuLength }).nullish(),
  unitPrice: amount,
  taxRate: rate,
};

const customLine = z.strictObject({ ...customFields, quantity }).meta({
  id: "NewCustomLine",
  description: "Something without a product. Only staff may name a price.",
});

export const newLine = z.union([catalogLine, customLine]);

export const newShippingLine = z
  .strictObject({ title: text({ max: limits.titleLength }), amount, taxRate: rate })
  .meta({ id: "NewShippingLine" });

export const toLine = (line: z.output<typeof newLine>): NewOrderLine =>
  "productId" in line
    ? { productId: ProductId(line.productId), quantity: line.quantity }
    : { ...line, sku: line.sku ?? null };
