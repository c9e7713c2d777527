import { err, ok, type Result } from "neverthrow";
import type { z } from "zod";
import { environment } from "./environment.ts";
import { variables } from "./variables.ts";

/** The configuration of one server process. */
export type Config = Readonly<z.output<typeof environment> & { DRAIN_MS: number }>;

/** One thing wrong with the environment, ready to be shown. */
export interface ConfigFault {
  readonly variable: string;
  readonly message: string;
  /** What the variable is for. */
  readonly meaning: string;
}

/** Reads the environment once. An empty variable counts as not given. Answers with every fault at once. */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly ConfigFault[]> => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path: [name], message }) =>
      faultIn(String(name), message + ratherThan(given, String(name))),
    ),
    ...faultsTogether(given),
  ];
  return parsed.success && faults.length === 0 ? ok(settled(parsed.data)) : err(faults);
};

/** With the defaults that depend on another variable. */
const settled = (read: z.output<typeof environment>): Config => ({
  ...read,
  DRAIN_MS: read.DRAIN_MS ?? (read.NODE_ENV === "production" ? 5_000 : 0),
});

/** What was given, where that is no secret. */
const ratherThan = (given: Readonly<Record<string, string | undefined>>, name: string): string =>
  byName.get(name)?.masked === "nothing" ? `, not ${JSON.stringify(given[name])}` : "";

// Apart from the schema, which would hold these back until every variable is right on its own.
const faultsTogether = (given: Readonly<Record<string, string | undefined>>): ConfigFault[] => {
  const { NODE_ENV, DATABASE_URL, JWT_SECRET, JWKS_URL, CURSOR_SECRET } = given;
  const production = NODE_ENV === "production";
  const checks: readonly (readonly [boolean, string, string])[] = [
    [production && !DATABASE_URL, "DATABASE_URL", "is needed in production"],
    [production && !JWT_SECRET && !JWKS_URL, "JWT_SECRET", "or JWKS_URL is needed in production"],
    [!!JWT_SECRET && !!JWKS_URL, "JWKS_URL", "cannot be combined with JWT_SECRET: choose one"],
    [!!JWKS_URL && !CURSOR_SECRET, "CURSOR_SECRET", "is needed with JWKS_URL"],
  ];
  return checks.flatMap(([broken, name, message]) => (broken ? [faultIn(name, message)] : []));
};

const faultIn = (variable: string, message: string): ConfigFault => ({
  variable,
  message,
  meaning: byName.get(variable)?.meaning ?? "",
});

const byName = new Map(variables.map((variable) => [variable.name, variable]));
