import { CustomerId } from "@ordo/domain";
import { err } from "neverthrow";
import type { CreateCustomer } from "../ports/input/create-customer.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";

interface Ports {
  readonly customers: CustomerRepository;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

export const makeCreateCustomer =
  ({ customers, clock, ids }: Ports): CreateCustomer =>
  async (input, { tenantId, claim, actingCustomerId }) => {
    if (actingCustomerId !== null)
      return {
        result: err({ type: "CustomersMayNot", what: "manage customers", path: [] }),
        replayed: false,
      };
    const now = clock.now();
    const id = CustomerId(ids.next());
    const customer = { id, version: 1, ...input, createdAt: now, updatedAt: now, erasedAt: null };
    return customers.add({ tenantId, claim, customer });
  };
