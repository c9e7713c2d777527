import type { Customer, Timestamp } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { CustomerChanges, UpdateCustomer } from "../../ports/input/customers.ts";
import type { Clock } from "../../ports/output/clock.ts";
import type { CustomerRepository } from "../../ports/output/customer-repository.ts";
import { staleAgainst } from "../expected-version.ts";
import { merged } from "../merged.ts";
import { refusedToCustomers } from "../refused-to-customers.ts";

interface Ports {
  readonly customers: CustomerRepository;
  readonly clock: Clock;
}

export const makeUpdateCustomer =
  ({ customers, clock }: Ports): UpdateCustomer =>
  async ({ customerId, expectedVersion, changes }, context) => {
    const refusal = refusedToCustomers(context, "manage customers");
    if (refusal) return refusal;
    const now = clock.now();
    return customers.update({
      tenantId: context.tenantId,
      customerId,
      change: (current) => {
        const stale = staleAgainst(current, expectedVersion);
        return stale ? err(stale) : ok(changed(current, changes, now));
      },
    });
  };

const changed = (current: Customer, changes: CustomerChanges, updatedAt: Timestamp): Customer => {
  const next = merged<Customer>(current, changes);
  return next === current ? current : { ...next, version: current.version + 1, updatedAt };
};
