import type { Timestamp } from "@ordo/domain";
import type { MaintenanceFailure, MaintenanceReport } from "../../ports/input/maintenance.ts";
import type { SweepReport } from "../../ports/input/sweep.ts";
import type { TenantId } from "../../tenant-id.ts";

/** What the sweeps of one run came to so far. */
export class RunTally {
  readonly failures: MaintenanceFailure[] = [];
  #done = 0;
  #skipped = 0;
  #oldestSkipped: Timestamp | null;

  /** Begins with what earlier runs have come to. */
  constructor(oldestSkipped: Timestamp | null) {
    this.#oldestSkipped = oldestSkipped;
  }

  get done(): number {
    return this.#done;
  }

  /** Orders that have had their turn. */
  get seen(): number {
    return this.#done + this.#skipped + this.failures.length;
  }

  add(tenantId: TenantId, { done, skipped, oldestSkipped, failures }: SweepReport): void {
    this.#done += done;
    this.#skipped += skipped;
    if (oldestSkipped !== null && (this.#oldestSkipped ?? oldestSkipped) >= oldestSkipped)
      this.#oldestSkipped = oldestSkipped;
    this.failures.push(...failures.map((failure) => ({ tenantId, ...failure })));
  }

  report(remaining: boolean): MaintenanceReport {
    const [done, skipped, oldestSkipped] = [this.#done, this.#skipped, this.#oldestSkipped];
    return { done, skipped, oldestSkipped, failures: this.failures, remaining };
  }
}
