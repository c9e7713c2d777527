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

/** Query parameters that are no secret; any other may be one. */
const harmless = new Set([
  "application_name",
  "connect_timeout",
  "host",
  "port",
  "sslmode",
  "sslrootcert",
  "target_session_attrs",
  "uselibpqcompat",
]);

const withoutPassword = (value: string): string => {
  const url = URL.parse(value);
  if (url === null) return mask;
  if (url.password !== "") url.password = mask;
  // Services that know callers by a key alone take it as the user.
  else if (url.username !== "" && url.protocol.startsWith("http")) url.username = mask;
  const names = new Set(url.searchParams.keys());
  for (const name of names) if (!harmless.has(name)) url.searchParams.set(name, mask);
  url.hash = "";
  return url.toString();
};
