/** How much work is let in at once. */
export interface AdmissionLimits {
  /** Use cases that run at once; more would only wait for the database together. */
  readonly maxInFlight: number;
  /** Requests that wait for one of these; more are refused on arrival. */
  readonly maxWaiting: number;
  /** A request that would wait longer is refused: by then its client may have given up. */
  readonly maxWaitMs: number;
}

export const defaultAdmissionLimits: AdmissionLimits = {
  maxInFlight: 64,
  maxWaiting: 256,
  maxWaitMs: 1_000,
};

export type RefusalReason = "queue_full" | "deadline" | "pressure";

/** Told what the queue does. */
export interface AdmissionObserver {
  admitted(waitedSeconds: number): void;
  refused(reason: RefusalReason): void;
  /** Hands over what shows how full it is at any time. */
  watch(admission: { readonly inFlight: number; readonly waiting: number }): void;
}
