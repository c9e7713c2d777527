import type { MaintenanceReport } from "@ordo/application";

/** What a maintenance task reports when nothing was due. */
export const nothingDone: MaintenanceReport = {
  done: 0,
  skipped: 0,
  oldestSkipped: null,
  failures: [],
  remaining: false,
};
