import type { DetailChanges, OrderDetails } from "./order-details.ts";

const fields = [
  "billingAddress",
  "shippingAddress",
  "note",
  "internalNote",
  "tags",
  "metadata",
] as const satisfies readonly (keyof OrderDetails)[];

/** Those of the changes that would change something. */
export const differing = (details: OrderDetails, changes: DetailChanges): DetailChanges =>
  Object.fromEntries(
    fields
      .filter((field) => changes[field] !== undefined && !same(changes[field], details[field]))
      .map((field) => [field, changes[field]]),
  );

/** Deep equality of the plain values that details are made of; the order of keys does not matter. */
const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const left = new Map<string, unknown>(Object.entries(a));
  const right = Object.entries(b);
  return (
    left.size === right.length &&
    right.every(([key, value]) => left.has(key) && same(left.get(key), value))
  );
};
