import { limits } from "../shared/limits.ts";
import type { Path } from "../shared/path.ts";
import { first, tooLong, tooMany } from "./check-bounds.ts";
import type { DetailChanges } from "./order-details.ts";
import type { PricingRejection } from "./order-rejection.ts";

type Fault = PricingRejection | undefined;

/** The first bound of `limits.ts` that the texts, tags or metadata of a command break; `at` is where it has them. */
export const faultInDetails = (
  details: DetailChanges & { readonly number?: string },
  at: "changes" | "terms",
): Fault =>
  tooLong(details.number, limits.orderNumberLength, [at, "number"]) ??
  tooLong(details.note, limits.noteLength, [at, "note"]) ??
  tooLong(details.internalNote, limits.noteLength, [at, "internalNote"]) ??
  faultInTags(details.tags ?? [], [at, "tags"]) ??
  faultInMetadata(Object.entries(details.metadata ?? {}), [at, "metadata"]);

const faultInTags = (tags: readonly string[], path: Path): Fault =>
  tooMany(tags, limits.tagsPerOrder, path) ??
  first(tags.map((tag, index) => tooLong(tag, limits.tagLength, [...path, index])));

const faultInMetadata = (entries: readonly (readonly [string, string])[], path: Path): Fault =>
  tooMany(entries, limits.metadataKeys, path) ??
  first(
    entries.map(
      ([key, value]) =>
        tooLong(key, limits.metadataKeyLength, [...path, key]) ??
        tooLong(value, limits.metadataValueLength, [...path, key]),
    ),
  );
