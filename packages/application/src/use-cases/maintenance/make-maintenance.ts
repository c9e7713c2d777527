import type { Maintenance } from "../../ports/input/maintenance.ts";
import type { UseCases } from "../../ports/input/use-cases.ts";
import type { Clock } from "../../ports/output/clock.ts";
import type { DueTenants } from "../../ports/output/due-tenants.ts";
import type { IdempotencyRetention } from "../../ports/output/idempotency-retention.ts";
import { forgetKeys } from "./forget-keys.ts";
import { Rotation } from "./rotation.ts";
import { sweepTenants } from "./sweep-tenants.ts";

interface Ports {
  readonly dueTenants: DueTenants;
  readonly idempotencyRetention: IdempotencyRetention;
  readonly clock: Clock;
}

interface Options {
  /** Milliseconds after which no request can be at a payment any more. */
  readonly requestsEndWithin: number;
}

/**
 * The maintenance of all tenants, over the use cases that see to one. It remembers where each task's last
 * run ended, so a process keeps one.
 */
export const makeMaintenance = (
  { dueTenants, idempotencyRetention, clock }: Ports,
  { expireDueOrders, reconcilePayments }: Pick<UseCases, "expireDueOrders" | "reconcilePayments">,
  { requestsEndWithin: olderThan }: Options,
): Maintenance => {
  const [expiring, settling] = [new Rotation(), new Rotation()];
  return {
    expireOrders: async (run) => {
      const at = clock.now();
      return sweepTenants((page) => dueTenants.expirable(at, page), expireDueOrders, expiring, run);
    },
    settlePayments: async (run) => {
      const at = clock.now();
      return sweepTenants(
        (page) => dueTenants.unsettled(at, page),
        (input, context) => reconcilePayments({ ...input, olderThan }, context),
        settling,
        run,
      );
    },
    forgetKeys: (run) => forgetKeys(idempotencyRetention, run),
  };
};
