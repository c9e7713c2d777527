/** The thing with the changes that are given, itself when they change nothing. An undefined change is none. */
export const merged = <T extends object>(
  current: T,
  changes: { readonly [K in keyof T]?: T[K] | undefined },
): T => {
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  );
  const next = { ...current, ...given };
  return JSON.stringify(next) === JSON.stringify(current) ? current : next;
};
