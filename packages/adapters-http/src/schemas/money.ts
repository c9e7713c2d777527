import { currencies, type Currency, isCurrency, limits } from "@ordo/domain";
import { z } from "zod";

/** A non-negative amount in minor units, at most 2^53 − 1 (which every `z.int()` is). */
export const amount = z
  .int()
  .min(0)
  .meta({ description: "Minor units of the currency: 1999 is 19.99 EUR, and 1999 JPY." });

/** A tax rate or percentage in basis points. */
export const rate = z
  .int()
  .min(0)
  .max(limits.rate)
  .meta({ description: "Basis points: 1900 is 19 %." });

export const quantity = z.int().min(1).meta({ description: "Units." });

/** A currency as shown. */
export const currencyCode = z.string().meta({
  id: "Currency",
  description: "An active ISO 4217 code.",
  enum: [...currencies],
  examples: ["EUR"],
});

/** A currency as sent. */
export const currency = currencyCode.transform((code, context): Currency => {
  if (isCurrency(code)) return code;
  context.addIssue("Send an active ISO 4217 code in upper case, such as EUR.");
  return z.NEVER;
});
