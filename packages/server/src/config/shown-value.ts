import type { Variable } from "./variables.ts";

const mask = "********";

/** The value as it may be shown: a secret not at all, a URL without its password. */
export const shownValue = ({ masked }: Pick<Variable, "masked">, value: string): string => {
  switch (masked) {
    case "nothing":
      return value;
    case "whole":
      return mask;
    case "password":
      return withoutPassword(value);
  }
};

const withoutPassword = (value: string): string => {
  const url = URL.parse(value);
  if (url === null) return mask;
  if (url.password !== "") url.password = mask;
  // libpq reads a password from the query too, and so does pg.
  for (const name of url.searchParams.keys())
    if (/password|secret|token|key/i.test(name)) url.searchParams.set(name, mask);
  return url.toString();
};
