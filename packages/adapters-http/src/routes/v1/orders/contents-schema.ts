import { z } from "zod";
import { amount, quantity, rate } from "../../../schemas/money.ts";
import { id, units } from "./resource-fields.ts";

const pricedLine = {
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
};

/** A line of an edit that is not made yet. */
export const addedLineResource = z.object(pricedLine).meta({ id: "AddedLine" });

export const lineResource = z
  .object({
    ...pricedLine,
    canceled: units,
    fulfilled: units.meta({ description: "In a fulfillment that is not canceled." }),
    shipped: units,
    delivered: units,
    returnRequested: units.meta({ description: "In an open return, not yet received." }),
    returned: units.meta({ description: "Received: restocked or written off." }),
    writtenOff: units.meta({ description: "Those returned that were not restocked." }),
  })
  .meta({ id: "OrderLine" });

export const discountResource = z
  .object({
    type: z.enum(["fixed", "percentage"]),
    value: z.int(),
    line: z.int().nullable(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
    amount: amount.meta({ description: "What it took off, in minor units." }),
  })
  .meta({ id: "Discount" });

export const shippingLineResource = z
  .object({ title: z.string(), amount, taxRate: rate, tax: amount, total: amount })
  .meta({ id: "ShippingLine" });
