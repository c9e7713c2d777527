/**
 * Does the `If-None-Match` field name this entity tag (RFC 9110 § 13.1.2)? `*` names every one; tags are
 * compared weakly (§ 8.8.3.2), so `W/"1"` names `"1"`. What is no list of tags names nothing.
 *
 * @param etag a strong tag, quotes included
 */
export const namesTag = (ifNoneMatch: string, etag: string): boolean => {
  const field = ifNoneMatch.trim();
  if (field === "*") return true;
  if (!tagList.test(field)) return false;
  return field.match(tag)?.some((candidate) => candidate === etag) ?? false;
};

// White space between two commas can be read in one way only: were it also read as the end of an empty element, the
// ways would double with every comma.
const tagList =
  /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"(?:[ \t]*,(?:[ \t]*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")?)*$/;
const tag = /"[\x21\x23-\x7e\x80-\xff]*"/g;
