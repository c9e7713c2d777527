import type { Allowance, RateLimiter, RateQuota } from "@ordo/application";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import {
  onChange,
  openRedis,
  type RedisConnection,
  type RedisObserver,
} from "./redis-connection.ts";

export interface RedisRateLimiter extends RateLimiter {
  close(): void;
}

interface RedisRateLimiterOptions {
  /** `redis://…` or `rediss://…` */
  readonly url: string;
  readonly quotas: Readonly<Record<string, RateQuota>>;
  /** Counts while Redis does not. */
  readonly fallback: RateLimiter;
  readonly observer: RedisObserver;
}

/**
 * Counts in Redis, so that a client has one quota however many instances it talks to. Without Redis each
 * instance counts for itself: a client may then do more than it should, and nobody is turned away for it.
 */
export const makeRedisRateLimiter = ({
  url,
  quotas,
  fallback,
  observer,
}: RedisRateLimiterOptions): RedisRateLimiter => {
  const changes = onChange(observer);
  const redis = openRedis(url, changes);
  const counters = new Map(
    Object.entries(quotas).map(([name, quota]) => [name, makeCounter(redis, name, quota)]),
  );
  let leftAloneUntil = 0;
  return {
    take: async (quotaName, client) => {
      const count = counters.get(quotaName);
      if (count === undefined || !redis.isReady || performance.now() < leftAloneUntil)
        return fallback.take(quotaName, client);
      try {
        const allowance = await count(client);
        changes.up();
        return allowance;
      } catch (error) {
        leftAloneUntil = performance.now() + restMs;
        changes.down(error);
        return fallback.take(quotaName, client);
      }
    },
    close: () => redis.destroy(),
  };
};

/** A request must not wait for Redis longer than it takes to do without. */
const patienceMs = 100;
/** Nor must the next ones wait as long again, one after the other. */
const restMs = 1_000;

const makeCounter = (
  redis: RedisConnection,
  name: string,
  { amount, windowSeconds }: RateQuota,
) => {
  const counts = new RateLimiterRedis({
    storeClient: redis,
    useRedisPackage: true,
    keyPrefix: `ordo:rate:${name}`,
    points: amount,
    duration: windowSeconds,
  });
  /** @throws when Redis does not answer in time */
  return async (client: string): Promise<Allowance> => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error("Redis is too slow")), patienceMs);
    try {
      const taken = await Promise.race([
        counts.consume(client).catch(refusalOrThrow),
        late.promise,
      ]);
      return {
        allowed: taken.consumedPoints <= amount,
        remaining: Math.max(0, taken.remainingPoints),
        resetSeconds: Math.ceil(taken.msBeforeNext / 1000),
      };
    } finally {
      clearTimeout(timer);
    }
  };
};

/** The library rejects with its counts when a quota is used up, and with an error when it is broken. */
const refusalOrThrow = (reason: unknown): RateLimiterRes => {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
};
