import type { Customer } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { CustomerRepository } from "../../ports/output/customer-repository.ts";
import { claimed, type Recording } from "./claimed.ts";
import type { InMemoryStore } from "./in-memory-store.ts";

export const makeInMemoryCustomerRepository = (store: InMemoryStore): CustomerRepository => ({
  find: async (tenantId, customerId) => store.of(tenantId).customers.get(customerId),

  add: async ({ tenantId, claim, customer }) => {
    const data = store.of(tenantId);
    return claimed(data, claim, recording, () => {
      const email = customer.email.toLowerCase();
      if ([...data.customers.values()].some((other) => other.email.toLowerCase() === email))
        return err({ type: "EmailTaken", email: customer.email });
      data.customers.set(customer.id, customer);
      return ok(customer);
    });
  },
});

const recording: Recording<Customer> = {
  record: (customer) => ({ kind: "customer", customer }),
  recall: (outcome) => {
    if (outcome.kind === "rejected") return err(outcome.rejection);
    if (outcome.kind !== "customer")
      throw new Error(`a key of a customer recorded a ${outcome.kind}`);
    return ok(outcome.customer);
  },
};
