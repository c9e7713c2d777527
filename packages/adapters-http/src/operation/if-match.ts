import type { ExpectedVersion } from "@ordo/application";
import { isEntityTagList, strongTagsOf } from "../plugins/entity-tags.ts";

/**
 * The versions that an `If-Match` field accepts (RFC 9110 § 13.1.1): null for `*`, which accepts any. Tags are
 * compared strongly, so a weak one accepts nothing, and neither does one that is none of ours, nor what is no
 * list of tags: nothing is changed that the field does not clearly name.
 */
export const readIfMatch = (field: string): ExpectedVersion => {
  const value = field.trim();
  if (value === "*") return null;
  if (!isEntityTagList(value)) return [];
  return strongTagsOf(value).flatMap((tag) => {
    const [, digits] = /^"([1-9][0-9]{0,14})"$/.exec(tag) ?? [];
    return digits === undefined ? [] : [Number(digits)];
  });
};

/** What both demand, If-Match and the body's `expectedVersion`. */
export const bothExpected = (
  ifMatch: ExpectedVersion,
  expectedVersion: number | null,
): ExpectedVersion => {
  if (expectedVersion === null || ifMatch === null) return ifMatch ?? expectedVersion;
  return [ifMatch].flat().filter((version) => version === expectedVersion);
};
