import type { Allowance, RateLimiter, RateQuota } from "@ordo/application";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Clients counted one by one in a window; whoever comes after them shares one quota. */
const defaultMaxClients = 50_000;

/** Counts in this process. Its memory is bounded, however many addresses a flood comes from. */
export const makeMemoryRateLimiter = (
  quotas: Readonly<Record<string, RateQuota>>,
  maxClients = defaultMaxClients,
): RateLimiter => {
  const counters = new Map(
    Object.entries(quotas).map(([name, quota]) => [name, makeCounter(quota, maxClients)]),
  );
  return {
    take: (quotaName, client) => {
      const counter = counters.get(quotaName);
      return counter === undefined
        ? Promise.reject(new Error(`there is no quota named ${quotaName}`))
        : counter(client);
    },
  };
};

const makeCounter = ({ amount, windowSeconds }: RateQuota, maxClients: number) => {
  const counts = new RateLimiterMemory({ points: amount, duration: windowSeconds });
  // A key lives for one window from its first use, so the two newest windows hold all that are alive.
  const known = { current: new Set<string>(), since: performance.now() };
  const keyOf = (client: string): string => {
    if (performance.now() - known.since > windowSeconds * 1000) {
      known.current = new Set();
      known.since = performance.now();
    }
    if (!known.current.has(client) && known.current.size >= maxClients) return "everyone else";
    known.current.add(client);
    return client;
  };
  const allowanceOf = (taken: RateLimiterRes): Allowance => ({
    allowed: taken.consumedPoints <= amount,
    remaining: Math.max(0, taken.remainingPoints),
    resetSeconds: Math.ceil(taken.msBeforeNext / 1000),
  });
  return (client: string): Promise<Allowance> =>
    counts
      .consume(keyOf(client))
      .then(allowanceOf, (reason: unknown) => allowanceOf(refusalOrThrow(reason)));
};

/** The library rejects with its counts when a quota is used up, and with an error when it is broken. */
const refusalOrThrow = (reason: unknown): RateLimiterRes => {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
};
