import { err, ok, type Result } from "neverthrow";
import type { z } from "zod";
import { environment } from "./environment.ts";

/** The configuration of one server process. */
export type Config = Readonly<z.output<typeof environment>>;

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
    ...(parsed.error?.issues ?? []).map((issue) => faultIn(String(issue.path[0]), issue.message)),
    ...faultsTogether(given),
  ];
  return parsed.success && faults.length === 0 ? ok(parsed.data) : err(faults);
};

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
  meaning: meanings.get(variable) ?? "",
});

const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries(environment.shape).map(([name, schema]) => [name, schema.description ?? ""]),
);
