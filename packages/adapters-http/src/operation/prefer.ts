/** Does the `Prefer` field ask for no body (RFC 7240 § 4.2)? Of several `return` preferences the first counts (§ 2). */
export const prefersMinimal = (prefer: string | readonly string[] | undefined): boolean => {
  if (prefer === undefined) return false;
  const first = [prefer]
    .flat()
    .join(",")
    .split(",")
    .map((preference) => /^\s*return\s*=\s*"?([a-z-]+)"?\s*(?:;.*)?$/i.exec(preference)?.[1])
    .find((value) => value !== undefined);
  return first?.toLowerCase() === "minimal";
};
