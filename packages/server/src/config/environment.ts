import { areNetworks } from "./networks.ts";
import { z } from "zod";

const oneOf = <const Value extends string>(...values: readonly Value[]) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });
const flag = (preset: "true" | "false") =>
  oneOf("true", "false")
    .prefault(preset)
    .transform((value) => value === "true");
const secret = z
  .string()
  .refine((value) => Buffer.byteLength(value) >= 32, "must be at least 32 bytes long")
  .meta({ masked: "whole" });
const integer = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};
const url = (protocol: RegExp, error: string) =>
  z.url({ protocol, error, abort: true }).meta({ masked: "password" });
/** Of a server that is logged in to: a password with one of these characters in it would make it another URL. */
const serverUrl = (protocol: RegExp, error: string) =>
  url(protocol, error)
    .refine((text) => text.includes("://"), error)
    .refine(
      (text) => !/^[^/]*\/\/[^/?#@]*[/?#].*@/.test(text),
      "must have / ? # in a user or password written as %2F %3F %23, and @ elsewhere as %40",
    );
const shareError = { error: "must be a number from 0 to 1" };
const share = z.coerce.number(shareError).min(0, shareError).max(1, shareError);

/** Every variable Ordo reads, with its meaning. The environment is read here and nowhere else. */
export const environment = z.object({
  NODE_ENV: oneOf("development", "production", "test")
    .default("development")
    .describe("production refuses to invent anything: database and token keys must be given"),
  HOST: z.string().default("127.0.0.1").describe("address to listen on"),
  PORT: integer(0, 65_535).default(3000).describe("port to listen on; 0 takes a free one"),
  WORKERS: integer(1, 256)
    .default(1)
    .describe("processes that serve, sharing the port; each has its own pool and queue"),
  DATABASE_URL: serverUrl(/^postgres(ql)?$/, "must be a postgresql:// URL")
    .optional()
    .describe("PostgreSQL to use; without it development runs an embedded one"),
  DATABASE_POOL_SIZE: integer(1, 200)
    .default(10)
    .describe("connections to PostgreSQL at most, for each worker"),
  DATABASE_REPLICA_URL: serverUrl(/^postgres(ql)?$/, "must be a postgresql:// URL")
    .optional()
    .describe("standby that answers the reads that allow it; without it the primary answers all"),
  DATABASE_REPLICA_WAIT_MS: integer(0, 10_000)
    .default(50)
    .describe(
      "time that a read waits for the standby to be as far as it must; then the primary answers",
    ),
  DATABASE_REPLICA_MAX_LAG_MS: integer(0, 86_400_000)
    .default(10_000)
    .describe("a standby that is further behind answers no read that takes any state"),
  JWT_SECRET: secret
    .optional()
    .describe(
      "secret that signs HS256 tokens, at least 32 bytes; this or JWKS_URL is needed in production",
    ),
  JWKS_URL: url(/^https?$/, "must be an http(s) URL")
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
  ORDO_REVISION: z.string().default("unknown").describe("commit this was built from, for metrics"),
  LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent")
    .default("info")
    .describe("least severe log lines to write"),
  LOG_FORMAT: oneOf("auto", "json", "pretty")
    .default("auto")
    .describe("auto: pretty in a terminal, one JSON object per line elsewhere"),
  REQUEST_TIMEOUT_MS: integer(100, 600_000)
    .default(30_000)
    .describe("a request that takes longer is answered 503"),
  MAX_IN_FLIGHT: integer(1, 10_000)
    .default(64)
    .describe("use cases that run at once, in each worker; more wait their turn"),
  MAX_WAITING: integer(0, 100_000)
    .default(256)
    .describe("requests that wait for one of these; more are answered 503"),
  MAX_WAIT_MS: integer(1, 60_000)
    .default(1_000)
    .describe("a request that would wait longer for its turn is answered 503"),
  PAYMENT_TIMEOUT_MS: integer(10, 600_000)
    .default(10_000)
    .describe(
      "a payment provider that takes longer leaves the operation unknown, to be reconciled",
    ),
  PAYMENT_BREAKER_FAILURES: integer(1, 1_000)
    .default(5)
    .describe("calls in a row that a payment provider does not answer before it is asked no more"),
  PAYMENT_BREAKER_OPEN_MS: integer(10, 600_000)
    .default(10_000)
    .describe("time for which it is not asked; then one call tries whether it answers again"),
  PAYMENT_MAX_IN_FLIGHT: integer(1, 1_000)
    .default(16)
    .describe("calls of one payment provider at once, in each worker; more wait their turn"),
  PAYMENT_MAX_WAITING: integer(0, 10_000)
    .default(32)
    .describe("calls that wait for one of these; more are not sent and their operations unknown"),
  EXPIRE_INTERVAL_MS: integer(100, 86_400_000)
    .default(30_000)
    .describe("time between two runs that end orders whose deadline has passed"),
  SETTLE_INTERVAL_MS: integer(100, 86_400_000)
    .default(60_000)
    .describe("time between two runs that ask about payments of unknown outcome"),
  FORGET_INTERVAL_MS: integer(100, 86_400_000)
    .default(3_600_000)
    .describe("time between two runs that forget idempotency keys older than 30 days"),
  DRAIN_MS: integer(0, 600_000)
    .optional()
    .describe(
      "after SIGTERM, time to go on serving while load balancers see /health/ready fail; 5000 in production, else 0",
    ),
  SHUTDOWN_MS: integer(0, 600_000)
    .default(15_000)
    .describe("after that, requests under way have this long to end"),
  RATE_LIMIT_READ: integer(1, 1_000_000_000)
    .default(600_000)
    .describe("reads that one client may do in a minute"),
  RATE_LIMIT_WRITE: integer(1, 1_000_000_000)
    .default(300_000)
    .describe("writes that one client may do in a minute"),
  RATE_LIMIT_ANONYMOUS: integer(1, 1_000_000_000)
    .default(1_200)
    .describe(
      "requests in a minute from one address without a good token, or for what is not served",
    ),
  REDIS_URL: serverUrl(/^rediss?$/, "must be a redis:// URL")
    .optional()
    .describe("Redis through which instances share rate limits; without it each counts for itself"),
  TRUSTED_PROXIES: z
    .string()
    .refine(areNetworks, "must be addresses or networks (10.0.0.0/8), separated by commas")
    .optional()
    .describe(
      "addresses or networks of proxies whose X-Forwarded-For is believed, separated by commas",
    ),
  ENABLE_RATE_LIMITS: flag("true").describe("hold clients to their rate limits"),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/, "must be an http(s) URL")
    .optional()
    .describe("where to send traces, by OTLP over HTTP; without it there are none"),
  OTEL_SERVICE_NAME: z.string().default("ordo").describe("what traces call this service"),
  OTEL_TRACES_SAMPLER_ARG: share
    .default(1)
    .describe("share of the traces that begin here and are recorded, 0 to 1"),
  ENABLE_PREPARED_STATEMENTS: flag("true").describe(
    "prepare statements; off behind a pgbouncer before 1.21",
  ),
  ENABLE_DOCS: flag("true").describe("serve /docs and /api/v1/openapi.json"),
  ENABLE_METRICS: flag("true").describe("serve /metrics"),
  ENABLE_MAINTENANCE: flag("true").describe(
    "expire orders, settle payments and forget old keys on a schedule, in one worker; off when `ordo maintain` does it",
  ),
  ENABLE_MIGRATIONS: flag("true").describe(
    "bring the schema up to date at the start; off when a job of its own does it",
  ),
});
