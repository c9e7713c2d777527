import { err, ok, type Result } from "neverthrow";
import type { Product } from "../product/product.ts";
import type { LineInput } from "./line-input.ts";
import type { LineTerms } from "./order-line.ts";
import type { PricingRejection } from "./order-rejection.ts";

/** Lines of a draft as input again: catalog lines from the products as they are now, custom lines as they were. */
export const repriceLines = (
  lines: readonly LineTerms[],
  products: readonly Product[],
): Result<readonly LineInput[], PricingRejection> => {
  const byId = new Map(products.map((product) => [product.id, product]));
  const inputs: LineInput[] = [];
  for (const [index, line] of lines.entries()) {
    const { id, quantity, productId, title, sku, unitPrice, taxRate } = line;
    if (productId === null) {
      inputs.push({ id, quantity, title, sku, unitPrice, taxRate });
      continue;
    }
    const product = byId.get(productId);
    if (product === undefined)
      return err({ type: "ProductIsNotGiven", path: ["lines", index, "productId"], productId });
    inputs.push({ id, quantity, product });
  }
  return ok(inputs);
};
