import canonicalize from "canonicalize";

/**
 * JSON in its canonical form (RFC 8785): the same value is the same text, and no other. V8 writes strings and numbers
 * as § 3.2.2 asks, which took that from ECMAScript; sorting the names of a body first is half the work of the library,
 * to which all is left that is out of the ordinary.
 *
 * @throws when a number is not finite or a string not well-formed (§ 3.2.2.2, § 3.2.2.3)
 */
export const canonicalJson = (value: unknown): string => {
  const sorted = sortNames(value, 0);
  return (sorted === unsortable ? canonicalize(value) : JSON.stringify(sorted)) ?? "";
};

const unsortable = Symbol("unsortable");

/** Deeper values are rare, and would fill the stack. */
const maxDepth = 64;

const sortNames = (value: unknown, depth: number): unknown => {
  if (depth > maxDepth) return unsortable;
  if (typeof value === "string") return value.isWellFormed() ? value : unsortable;
  if (typeof value === "number") return Number.isFinite(value) ? value : unsortable;
  if (Array.isArray(value)) return sortInside(value, depth);
  return isObject(value) ? sortObject(value, depth) : value;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const sortInside = (items: readonly unknown[], depth: number): unknown => {
  const sorted = items.map((item) => sortNames(item, depth + 1));
  return sorted.includes(unsortable) ? unsortable : sorted;
};

const sortObject = (value: Readonly<Record<string, unknown>>, depth: number): unknown => {
  const sorted: Record<string, unknown> = {};
  // By UTF-16 code units, as § 3.2.3 asks.
  for (const name of Object.keys(value).toSorted()) {
    const inside = sortNames(value[name], depth + 1);
    if (inside === unsortable || isSpecial(name)) return unsortable;
    sorted[name] = inside;
  }
  return sorted;
};

/** An object puts names of digits in an order of its own, and takes one name for its prototype. */
const isSpecial = (name: string): boolean => {
  const first = name.charCodeAt(0);
  return (first >= 48 && first <= 57) || name === "__proto__" || !name.isWellFormed();
};
