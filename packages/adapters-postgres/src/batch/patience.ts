import type { Deadline } from "@ordo/application";

/** A deadline by the clock that never goes back, `performance.now()`: at the latest so many milliseconds from now. */
export const patienceUntil = (deadline: Deadline | undefined, mostMs: number): number => {
  const left = deadline === undefined || deadline === null ? mostMs : deadline - Date.now();
  return performance.now() + Math.min(left, mostMs);
};
