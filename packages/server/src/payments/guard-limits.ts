/** How much a payment provider may take of this process. */
export interface GuardLimits {
  /** Milliseconds after which a call counts as unanswered. */
  readonly timeoutMs: number;
  /** Unanswered calls in a row that open the breaker. */
  readonly breakAfter: number;
  /** Milliseconds an open breaker lets nothing through; then one call tries. */
  readonly openMs: number;
  /** Calls in flight at most. */
  readonly maxInFlight: number;
  /** Calls that wait for one of these at most. */
  readonly maxWaiting: number;
}

/** How a call ended: the provider's answers, and what stood in its place. */
export type CallOutcome =
  | "succeeded"
  | "failed"
  | "unknown"
  /** It took too long; an answer that comes later is not waited for. */
  | "timeout"
  /** The provider threw. */
  | "threw"
  /** Not sent: the breaker was open. */
  | "open"
  /** Not sent: too many calls in flight and waiting. */
  | "full";

export const breakerStates = ["closed", "open", "half_open"] as const;
export type BreakerState = (typeof breakerStates)[number];

/** Is told how calls fare. */
export interface GuardObserver {
  called(
    provider: string,
    operation: string,
    call: { readonly outcome: CallOutcome; readonly seconds: number },
  ): void;
  breaker(provider: string, state: BreakerState): void;
}
