import { limits } from "@ordo/domain";
import { z } from "zod";
import { text } from "./text.ts";

const { metadataKeys, metadataKeyLength, metadataValueLength } = limits;

/** Free key–value pairs that Ordo keeps and never reads. */
export const metadata = z
  .record(text({ max: metadataKeyLength }), text({ min: 0, max: metadataValueLength }))
  .refine(
    (pairs) => Object.keys(pairs).length <= metadataKeys,
    `Send at most ${metadataKeys} keys.`,
  )
  .meta({
    description: "Free key–value pairs of yours, kept and never read.",
    maxProperties: metadataKeys,
  });
