import type { Timestamp } from "@ordo/domain";
import type { TenantId } from "../../tenant-id.ts";
import type { SweepFailure } from "./sweep.ts";

/**
 * What a running Ordo must do without anyone asking, for all tenants: called by a scheduler, each as often
 * as it likes. Any number of processes may run the same task at once; none does anything twice.
 */
export interface Maintenance {
  /** Ends pending orders whose deadline has passed. */
  readonly expireOrders: MaintenanceTask;
  /** Asks payment providers again about operations of unknown outcome; `done` are orders, as in every sweep. */
  readonly settlePayments: MaintenanceTask;
  /** Forgets idempotency keys that are older than `idempotencyRetentionDays`; `done` are keys. */
  readonly forgetKeys: MaintenanceTask;
}

/** One bounded run, which goes on where the last one ended. Throws when it could not find out what is due. */
export type MaintenanceTask = (run?: MaintenanceRun) => Promise<MaintenanceReport>;

export interface MaintenanceRun {
  /** Asked between two steps, each of them short; true ends the run early. */
  readonly shouldStop?: () => boolean;
  /** Told after each turn how much was done so far. */
  readonly onProgress?: (done: number) => void;
  /** Orders to look at, at most: 10,000 unless told, and the next run goes on. Keys are bounded apart. */
  readonly maxOrders?: number;
}

export interface MaintenanceReport {
  readonly done: number;
  /** Due, but nothing can be done about them now. */
  readonly skipped: number;
  /** When the first of these fell due, or of those that the runs it goes on from left; null when there are none. */
  readonly oldestSkipped: Timestamp | null;
  readonly failures: readonly MaintenanceFailure[];
  /** Is there something due that has had no turn, in this run or in those that it goes on from? */
  readonly remaining: boolean;
}

export interface MaintenanceFailure extends SweepFailure {
  readonly tenantId: TenantId;
}
