import { makeMemoryRateLimiter, type RateQuotas } from "@ordo/adapters-http";
import type { RateLimiter } from "@ordo/application";
import { ContainerModule } from "inversify";
import type { Logger } from "pino";
import type { Metrics } from "../metrics/metrics.ts";
import type { ServerSettings } from "../server-settings.ts";
import { tokens } from "../tokens.ts";

/** Where requests are counted: in Redis when there is one, else here. */
export const rateLimitModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.rateLimiter)
      .toResolvedValue(openRateLimiter, [tokens.settings, tokens.logger, tokens.metrics])
      .onDeactivation(({ close }) => close());
  });

/** A rate limiter, and how to let go of what it counts in. */
export interface OpenRateLimiter {
  readonly limiter: RateLimiter;
  readonly close: () => void;
}

const openRateLimiter = async (
  { redisUrl, rateLimits }: ServerSettings,
  logger: Logger,
  metrics: Metrics,
): Promise<OpenRateLimiter> => {
  const quotas: Partial<RateQuotas> = rateLimits ?? {};
  const local = makeMemoryRateLimiter({ ...quotas });
  metrics.rateLimits.sharedStore(false);
  if (redisUrl === undefined) return { limiter: local, close: () => undefined };

  // Loaded on demand: most installations need no Redis.
  const { makeRedisRateLimiter } = await import("@ordo/adapters-redis");
  const limiter = makeRedisRateLimiter({
    url: redisUrl,
    quotas: { ...quotas },
    fallback: local,
    observer: {
      up: () => {
        metrics.rateLimits.sharedStore(true);
        logger.info("rate limits are shared through Redis");
      },
      down: (error) => {
        metrics.rateLimits.sharedStore(false);
        logger.warn({ err: error }, "Redis does not answer: each process counts for itself");
      },
    },
  });
  return { limiter, close: () => limiter.close() };
};
