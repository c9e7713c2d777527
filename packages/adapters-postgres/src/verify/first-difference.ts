/** The path to the first place where two JSON values differ, such as "totals.total"; undefined when none does. */
export const firstDifference = (a: unknown, b: unknown, path = ""): string | undefined => {
  if (Object.is(a, b)) return undefined;
  if (!isTree(a) || !isTree(b)) return path;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) {
    const below = path === "" ? key : `${path}.${key}`;
    const difference = firstDifference(a[key], b[key], below);
    if (difference !== undefined) return difference;
  }
  return undefined;
};

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
