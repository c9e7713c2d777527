import type { PricingRejection } from "../order-rejection.ts";
import { at } from "./phrases.ts";

export const describePricing = (r: PricingRejection): string => {
  switch (r.type) {
    case "OrderNeedsALine":
      return "The order needs at least one line.";
    case "TooManyItems":
      return `${at(r.path)} may have at most ${r.limit} items.`;
    case "TextIsTooLong":
      return `${at(r.path)} may have at most ${r.limit} characters.`;
    case "UnknownCurrency":
      return `"${r.currency}" is no active ISO 4217 currency.`;
    case "QuantityMustBeAPositiveInteger":
      return `${at(r.path)} must be a positive integer.`;
    case "AmountMustBeANonNegativeInteger":
      return `${at(r.path)} must be an integer of minor units, 0 or more.`;
    case "RateMustBeBasisPoints":
      return `${at(r.path)} must be basis points, an integer from 0 to ${r.limit}.`;
    case "DiscountNamesNoLine":
      return `${at(r.path)} must be the index of one of the ${r.lines} lines.`;
    case "AmountLeavesSafeRange":
      return `${at(r.path)} makes an amount beyond 2^53 − 1.`;
    case "IdIsTaken":
      return `${at(r.path)} is in use already: ${r.id}.`;
    case "ProductIsNotGiven":
      return `${at(r.path)} names product ${r.productId}, which was not given.`;
    case "ProductCurrencyDiffers":
      return `${at(r.path)} names a product priced in ${r.productCurrency}; the order is in ${r.orderCurrency}.`;
  }
};
