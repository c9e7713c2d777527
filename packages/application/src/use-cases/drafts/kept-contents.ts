import type { DiscountTerms, LineInput, Order, Product, ShippingTerms } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { Rejection } from "../../rejection.ts";

/** The draft's lines as input again: catalog lines from their products as they are now. */
export const keptLines = (
  { lines }: Order,
  products: readonly Product[],
): Result<readonly LineInput[], Rejection> => {
  const byId = new Map(products.map((product) => [product.id, product]));
  const kept: LineInput[] = [];
  for (const [index, line] of lines.entries()) {
    const { id, quantity, productId, title, sku, unitPrice, taxRate } = line;
    const product = productId === null ? undefined : byId.get(productId);
    if (product) kept.push({ id, quantity, product });
    else if (productId === null) kept.push({ id, quantity, title, sku, unitPrice, taxRate });
    else {
      const path = ["lines", index, "productId"];
      return err({ type: "ProductIsNotGiven", path, productId });
    }
  }
  return ok(kept);
};

/** New lines under the ids of those whose place they take, as far as they sell the same. */
export const withIdsOf = ({ lines }: Order, inputs: readonly LineInput[]): readonly LineInput[] =>
  inputs.map((input, index) => {
    const before = lines[index];
    const productId = "product" in input ? input.product.id : null;
    return before?.productId === productId ? { ...input, id: before.id } : input;
  });

export const keptDiscounts = ({ discounts }: Order): readonly DiscountTerms[] =>
  discounts.map(({ amount: _amount, ...terms }) => terms);

export const keptShippingLines = ({ shippingLines }: Order): readonly ShippingTerms[] =>
  shippingLines.map(({ title, amount, taxRate }) => ({ title, amount, taxRate }));
