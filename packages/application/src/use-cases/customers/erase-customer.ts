import type { Customer, Timestamp } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { EraseCustomer } from "../../ports/input/customers.ts";
import type { Clock } from "../../ports/output/clock.ts";
import type { CustomerRepository } from "../../ports/output/customer-repository.ts";
import { staleAgainst } from "../expected-version.ts";
import { refusedToCustomers } from "../refused-to-customers.ts";

interface Ports {
  readonly customers: CustomerRepository;
  readonly clock: Clock;
}

export const makeEraseCustomer =
  ({ customers, clock }: Ports): EraseCustomer =>
  async ({ customerId, expectedVersion }, context) => {
    const refusal = refusedToCustomers(context, "manage customers");
    if (refusal) return refusal;
    const now = clock.now();
    return customers.erase({
      tenantId: context.tenantId,
      customerId,
      change: (current) => {
        const stale = staleAgainst(current, expectedVersion);
        return stale ? err(stale) : ok(erased(current, now));
      },
    });
  };

/** What is left: an id that orders refer to. The address is of a domain that can never be (RFC 6761). */
const erased = ({ id, version, createdAt }: Customer, at: Timestamp): Customer => ({
  id,
  version: version + 1,
  email: `${id}@erased.invalid`,
  name: null,
  phone: null,
  metadata: {},
  createdAt,
  updatedAt: at,
  erasedAt: at,
});
