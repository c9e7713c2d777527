import type { MaintenanceReport } from "@ordo/application";

/**
 * Is another run called for at once? Only where this one got on: what cannot be done now is not asked
 * about any sooner.
 */
export const goesOn = ({ remaining, done, skipped, failures }: MaintenanceReport): boolean =>
  remaining && failures.length === 0 && done > skipped;
