import { limits } from "../shared/limits.ts";
import type { DetailChanges } from "./order-details.ts";
import type { OrderRejection } from "./order-rejection.ts";

type Fault = OrderRejection | undefined;

/** The first bound of `limits.ts` that a detail breaks. */
export const faultInDetails = (changes: DetailChanges): Fault =>
  tooLong(changes.note, limits.noteLength, "note") ??
  tooLong(changes.internalNote, limits.noteLength, "internalNote") ??
  faultInTags(changes.tags ?? []) ??
  faultInMetadata(Object.entries(changes.metadata ?? {}));

const faultInTags = (tags: readonly string[]): Fault =>
  tooMany(tags, limits.tagsPerOrder, "tags") ??
  first(tags.map((tag, index) => tooLong(tag, limits.tagLength, "tags", index)));

const faultInMetadata = (entries: readonly (readonly [string, string])[]): Fault =>
  tooMany(entries, limits.metadataKeys, "metadata") ??
  first(
    entries.map(
      ([key, value]) =>
        tooLong(key, limits.metadataKeyLength, "metadata", key) ??
        tooLong(value, limits.metadataValueLength, "metadata", key),
    ),
  );

const tooMany = (items: readonly unknown[], limit: number, field: string): Fault =>
  items.length > limit ? { type: "TooManyItems", path: ["changes", field], limit } : undefined;

const tooLong = (
  text: string | null | undefined,
  limit: number,
  ...path: readonly (string | number)[]
): Fault =>
  (text?.length ?? 0) > limit
    ? { type: "TextIsTooLong", path: ["changes", ...path], limit }
    : undefined;

const first = (faults: readonly Fault[]): Fault => faults.find((fault) => fault !== undefined);
