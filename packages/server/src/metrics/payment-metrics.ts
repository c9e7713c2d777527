import { Gauge, Histogram, type Registry } from "prom-client";
import { breakerStates, type GuardObserver } from "../payments/guard-limits.ts";

/** Calls of payment providers by outcome, and the breakers before them. */
export const makePaymentMetrics = (registry: Registry): GuardObserver => {
  const registers = [registry];
  const duration = new Histogram({
    name: "ordo_payment_call_duration_seconds",
    help: "Calls of payment providers; outcome: succeeded, failed, unknown, timeout, threw, or not sent: open (breaker), full (bulkhead)",
    labelNames: ["provider", "operation", "outcome"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const breaker = new Gauge({
    name: "ordo_payment_breaker_state",
    help: "Processes whose breaker before the provider is in this state: closed, open or half_open",
    labelNames: ["provider", "state"],
    registers,
  });
  return {
    called: (provider, operation, { outcome, seconds }) =>
      duration.observe({ provider, operation, outcome }, seconds),
    breaker: (provider, state) => {
      for (const each of breakerStates)
        breaker.set({ provider, state: each }, each === state ? 1 : 0);
    },
  };
};
