/** So many in so long. */
export interface RateQuota {
  readonly amount: number;
  readonly windowSeconds: number;
}

/** What is left of a quota after one was taken from it. */
export interface Allowance {
  /** False when the quota was used up already. */
  readonly allowed: boolean;
  readonly remaining: number;
  /** Whole seconds until there is more. */
  readonly resetSeconds: number;
}

/** Counts what each client does. */
export interface RateLimiter {
  /** Takes one from the client's quota of that name. Must answer, whatever befalls its store. */
  take(quotaName: string, client: string): Promise<Allowance>;
}
