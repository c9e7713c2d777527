import canonicalize from "canonicalize";

/**
 * JSON in its canonical form (RFC 8785): equal values are equal text. V8 writes strings and numbers as § 3.2.2 asks
 * (they are ECMAScript's), so sorting the names is all that is left to do, and a request has few.
 */
export const canonicalJson = (value: unknown): string => {
  const sorted = sortNames(value);
  return (sorted === unsortable ? canonicalize(value) : JSON.stringify(sorted)) ?? "";
};

/** Stands for a value with names that an object puts in an order of its own, or takes for its prototype. */
const unsortable = Symbol("unsortable");

const sortNames = (value: unknown): unknown => {
  if (Array.isArray(value)) return sortInside(value);
  return isObject(value) ? sortObject(value) : value;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const sortInside = (items: readonly unknown[]): unknown => {
  const sorted = items.map(sortNames);
  return sorted.includes(unsortable) ? unsortable : sorted;
};

const sortObject = (value: Readonly<Record<string, unknown>>): unknown => {
  const sorted: Record<string, unknown> = {};
  // By UTF-16 code units, as § 3.2.3 asks.
  for (const name of Object.keys(value).toSorted()) {
    const inside = sortNames(value[name]);
    if (inside === unsortable || isSpecial(name)) return unsortable;
    sorted[name] = inside;
  }
  return sorted;
};

const isSpecial = (name: string): boolean => {
  const first = name.charCodeAt(0);
  return (first >= 48 && first <= 57) || name === "__proto__";
};
