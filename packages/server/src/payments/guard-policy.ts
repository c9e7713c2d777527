import type { ProviderAnswer } from "@ordo/application";
import {
  bulkhead,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleAll,
  timeout,
  TimeoutStrategy,
  wrap,
} from "cockatiel";
import type { BreakerState, GuardLimits } from "./guard-limits.ts";

/**
 * Bulkhead outside, so that who waits in it waits for a slot and not for the timeout, and a full one
 * does not count against the provider. An answer that is `unknown` counts as none; `failed` is an answer.
 */
export const guardPolicy = (
  { timeoutMs, breakAfter, openMs, maxInFlight, maxWaiting }: GuardLimits,
  onState: (state: BreakerState) => void,
) => {
  const breaker = circuitBreaker(
    handleAll.orWhenResult((result) => isUnknown(result)),
    { halfOpenAfter: openMs, breaker: new ConsecutiveBreaker(breakAfter) },
  );
  onState("closed");
  breaker.onStateChange((state) => onState(nameOf(state)));
  // The port knows no cancellation: a call that is given up goes on, and its key settles it later.
  const patience = timeout(timeoutMs, TimeoutStrategy.Aggressive);
  return wrap(bulkhead(maxInFlight, maxWaiting), breaker, patience);
};

const isUnknown = (result: unknown): boolean => {
  const unknown: ProviderAnswer["outcome"] = "unknown";
  return (
    typeof result === "object" &&
    result !== null &&
    "outcome" in result &&
    result.outcome === unknown
  );
};

const nameOf = (state: CircuitState): BreakerState => {
  switch (state) {
    case CircuitState.Closed:
      return "closed";
    case CircuitState.HalfOpen:
      return "half_open";
    case CircuitState.Open:
    case CircuitState.Isolated:
      return "open";
  }
};
