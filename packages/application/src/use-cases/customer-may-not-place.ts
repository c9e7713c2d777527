import type { PlaceOrderInput } from "../ports/input/place-order.ts";
import type { CustomersMayNot } from "../rejection.ts";

/** What in the input is for staff to decide, when the caller acts as a customer: the first such part. */
export const customerMayNotPlace = (input: PlaceOrderInput): CustomersMayNot | undefined => {
  const custom = input.lines.findIndex((line) => "unitPrice" in line);
  if (custom >= 0) return setsPrices(["lines", custom, "unitPrice"]);
  if (input.discounts.length > 0) return setsPrices(["discounts"]);
  if (input.shippingLines.length > 0) return setsPrices(["shippingLines"]);
  if (input.number !== null)
    return { type: "CustomersMayNot", what: "choose order numbers", path: ["number"] };
  if (input.paymentTerms !== "prepaid")
    return { type: "CustomersMayNot", what: "choose payment terms", path: ["paymentTerms"] };
  return undefined;
};

const setsPrices = (path: CustomersMayNot["path"]): CustomersMayNot => ({
  type: "CustomersMayNot",
  what: "set prices",
  path,
});
