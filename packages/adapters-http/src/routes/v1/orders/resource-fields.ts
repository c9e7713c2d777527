import { z } from "zod";

/** The id of something that is shown. */
export const id = z.string().meta({ format: "uuid" });

/** Minor units that may be negative. */
export const signedAmount = z
  .int()
  .meta({ description: "Minor units of the currency; negative is owed to the buyer." });

export const units = z.int().min(0).meta({ description: "Units." });
