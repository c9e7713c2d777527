/** The path as a JSON Pointer, `~` and `/` in keys escaped (RFC 6901 § 3). */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
