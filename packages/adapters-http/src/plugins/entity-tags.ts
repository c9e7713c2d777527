// White space between two commas can be read in one way only: were it also read as the end of an empty element, the
// ways would double with every comma.
const tagList =
  /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"(?:[ \t]*,(?:[ \t]*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")?)*$/;
const tag = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;

/** Is the trimmed field a list of entity tags (RFC 9110 § 8.8.3)? It is told in linear time. */
export const isEntityTagList = (field: string): boolean => tagList.test(field);

/** The opaque tags of a list, weak and strong, quotes included. */
export const opaqueTagsOf = (list: string): readonly string[] =>
  (list.match(tag) ?? []).map((found) => found.replace(/^W\//, ""));

/** The strong tags of a list, quotes included. */
export const strongTagsOf = (list: string): readonly string[] =>
  (list.match(tag) ?? []).filter((found) => !found.startsWith("W/"));
