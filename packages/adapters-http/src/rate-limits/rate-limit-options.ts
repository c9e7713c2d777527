import type { RateLimiter, RateQuota } from "@ordo/application";

/**
 * Each class of requests has a quota of its own for each client. `read` and `write` are a token's;
 * `anonymous` is an address's: what it asks for without a good token, or where nothing is served.
 */
export type RouteClass = "read" | "write" | "anonymous";

export type RateQuotas = Readonly<Record<RouteClass, RateQuota>>;

export interface RateLimitOptions {
  readonly quotas: RateQuotas;
  /** Where to count. Default: this process, for itself. */
  readonly limiter?: RateLimiter;
  readonly observer?: RateLimitObserver;
}

export interface RateLimitObserver {
  decided(routeClass: RouteClass, outcome: "allowed" | "limited"): void;
}
