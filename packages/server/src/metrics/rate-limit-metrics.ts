import { Counter, Gauge, type Registry } from "prom-client";

/** Told what the rate limiter decides. */
export interface RateLimitMetrics {
  decided(routeClass: string, outcome: "allowed" | "limited"): void;
  /** Is the shared store (Redis) in use and answering? */
  sharedStore(up: boolean): void;
}

/** Decisions of the rate limiter, and whether instances share their counts. */
export const makeRateLimitMetrics = (registry: Registry): RateLimitMetrics => {
  const registers = [registry];
  const decisions = new Counter({
    name: "ordo_rate_limit_decisions_total",
    help: "Decisions of the rate limiter; class: read, write or anonymous; outcome: allowed or limited",
    labelNames: ["class", "outcome"],
    registers,
  });
  const shared = new Gauge({
    name: "ordo_rate_limit_store_up",
    help: "1: limits are shared through Redis; 0: each process counts for itself",
    aggregator: "min",
    registers,
  });
  return {
    decided: (routeClass, outcome) => decisions.inc({ class: routeClass, outcome }),
    sharedStore: (up) => shared.set(up ? 1 : 0),
  };
};
