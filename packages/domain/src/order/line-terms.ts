import { err, ok, type Result } from "neverthrow";
import type { Currency } from "../money/currency.ts";
import type { LineInput } from "./line-input.ts";
import type { LineTerms } from "./order-line.ts";
import type { PricingRejection } from "./order-rejection.ts";

/** Freezes what each line takes from its product. Rejects a product priced in another currency. */
export const freezeLines = (
  inputs: readonly LineInput[],
  currency: Currency,
): Result<readonly LineTerms[], PricingRejection> => {
  const lines: LineTerms[] = [];
  for (const [index, input] of inputs.entries()) {
    if ("product" in input && input.product.currency !== currency)
      return err({
        type: "ProductCurrencyDiffers",
        path: ["lines", index, "productId"],
        productId: input.product.id,
        productCurrency: input.product.currency,
        orderCurrency: currency,
      });
    lines.push(freeze(input));
  }
  return ok(lines);
};

const freeze = (input: LineInput): LineTerms =>
  "product" in input
    ? {
        id: input.id,
        productId: input.product.id,
        tracked: input.product.inventory.tracked,
        sku: input.product.sku,
        title: input.product.title,
        unitPrice: input.product.price,
        taxRate: input.product.taxRate,
        quantity: input.quantity,
      }
    : {
        id: input.id,
        productId: null,
        tracked: false,
        sku: input.sku,
        title: input.title,
        unitPrice: input.unitPrice,
        taxRate: input.taxRate,
        quantity: input.quantity,
      };
