import { limits, type Metadata } from "@ordo/domain";
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

/** A merge patch of metadata: null removes a key. */
export const metadataPatch = z
  .record(text({ max: metadataKeyLength }), text({ min: 0, max: metadataValueLength }).nullable())
  .refine(
    (pairs) => Object.keys(pairs).length <= metadataKeys,
    `Send at most ${metadataKeys} keys.`,
  )
  .meta({ description: "Keys to set, or with null to remove.", maxProperties: metadataKeys });

export const patchedMetadata = (
  was: Metadata,
  patch: z.output<typeof metadataPatch> | null,
): Metadata =>
  patch === null
    ? {}
    : Object.fromEntries(
        Object.entries({ ...was, ...patch }).flatMap(([key, value]) =>
          value === null ? [] : [[key, value]],
        ),
      );
