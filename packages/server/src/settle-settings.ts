import type { RateQuotas } from "@ordo/adapters-http";
import { buildOf } from "./build.ts";
import type { Config } from "./config/config.ts";
import type { Keys } from "./keys.ts";
import type { Tracing } from "./tracing/tracing.ts";
import type { ReplicaSettings, ServerSettings } from "./server-settings.ts";

/** What the container needs to know, once keys and database are settled. */
export const settleSettings = (
  config: Config,
  keys: Keys,
  databaseUrl: string,
  tracing: Tracing | null,
): ServerSettings => ({
  database: {
    url: databaseUrl,
    poolSize: config.DATABASE_POOL_SIZE,
    prepare: config.ENABLE_PREPARED_STATEMENTS,
    replica: replicaOf(config),
  },
  authentication: keys.authentication,
  cursorSecret: keys.cursorSecret,
  simulatedPayments: config.NODE_ENV !== "production",
  paymentLimits: {
    timeoutMs: config.PAYMENT_TIMEOUT_MS,
    breakAfter: config.PAYMENT_BREAKER_FAILURES,
    openMs: config.PAYMENT_BREAKER_OPEN_MS,
    maxInFlight: config.PAYMENT_MAX_IN_FLIGHT,
    maxWaiting: config.PAYMENT_MAX_WAITING,
  },
  maintenance: {
    intervalsMs: {
      expire_orders: config.EXPIRE_INTERVAL_MS,
      settle_payments: config.SETTLE_INTERVAL_MS,
      forget_keys: config.FORGET_INTERVAL_MS,
    },
    // The timeout answers the request but does not end it: its last call may go on.
    requestsEndWithinMs: config.REQUEST_TIMEOUT_MS + config.PAYMENT_TIMEOUT_MS,
  },
  documentation: config.ENABLE_DOCS,
  metrics: config.ENABLE_METRICS,
  build: buildOf(config.ORDO_REVISION),
  admission: {
    maxInFlight: config.MAX_IN_FLIGHT,
    maxWaiting: config.MAX_WAITING,
    maxWaitMs: config.MAX_WAIT_MS,
  },
  limits: { handlerTimeoutMs: config.REQUEST_TIMEOUT_MS },
  tracing,
  rateLimits: config.ENABLE_RATE_LIMITS ? quotasOf(config) : null,
  redisUrl: config.REDIS_URL,
  trustedProxies: config.TRUSTED_PROXIES?.split(",").map((address) => address.trim()) ?? [],
});

const replicaOf = (config: Config): ReplicaSettings | null =>
  config.DATABASE_REPLICA_URL === undefined
    ? null
    : {
        url: config.DATABASE_REPLICA_URL,
        waitMs: config.DATABASE_REPLICA_WAIT_MS,
        maxLagMs: config.DATABASE_REPLICA_MAX_LAG_MS,
      };

const windowSeconds = 60;

const quotasOf = (config: Config): RateQuotas => ({
  read: { amount: config.RATE_LIMIT_READ, windowSeconds },
  write: { amount: config.RATE_LIMIT_WRITE, windowSeconds },
  anonymous: { amount: config.RATE_LIMIT_ANONYMOUS, windowSeconds },
});
