import { err, ok, type Result } from "neverthrow";
import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const secret = z
  .string()
  .refine((value) => Buffer.byteLength(value) >= 32, "must be at least 32 bytes long");

/** Every variable Ordo reads, with its meaning. The environment is read here and nowhere else. */
const environment = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"])
    .default("development")
    .describe("production refuses to invent anything: database and token keys must be given"),
  HOST: z.string().default("127.0.0.1").describe("address to listen on"),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe("port to listen on; 0 takes a free one"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// URL" })
    .optional()
    .describe("PostgreSQL to use; without it development runs an embedded one"),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe("connections to PostgreSQL at most"),
  JWT_SECRET: secret.optional().describe("secret that signs HS256 tokens, at least 32 bytes"),
  JWKS_URL: z
    .url({ protocol: /^https?$/, error: "must be an http(s) URL" })
    .optional()
    .describe("where the issuer of tokens publishes its keys; instead of JWT_SECRET"),
  JWT_ISSUER: z.string().default("ordo").describe("the `iss` that tokens must carry"),
  JWT_AUDIENCE: z.string().default("ordo").describe("the `aud` that tokens must carry"),
  CURSOR_SECRET: secret
    .optional()
    .describe("secret that signs list cursors; JWT_SECRET serves when it is not given"),
  ORDO_DATA_DIR: z
    .string()
    .default(".ordo")
    .describe("where development keeps its database, keys and token"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("least severe log lines to write"),
  ENABLE_DOCS: flag.default(true).describe("serve /docs and /api/v1/openapi.json"),
});

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
