import { isEntityTagList, opaqueTagsOf } from "./entity-tags.ts";

/**
 * Does the `If-None-Match` field name this entity tag (RFC 9110 § 13.1.2)? `*` names every one; tags are
 * compared weakly (§ 8.8.3.2), so `W/"1"` names `"1"`. What is no list of tags names nothing.
 *
 * @param etag a strong tag, quotes included
 */
export const namesTag = (ifNoneMatch: string, etag: string): boolean => {
  const field = ifNoneMatch.trim();
  if (field === "*") return true;
  return isEntityTagList(field) && opaqueTagsOf(field).includes(etag);
};
