import type { Customer, CustomerId } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { CustomerRepository } from "../../ports/output/customer-repository.ts";
import { claimed } from "./claimed.ts";
import { comparePositions, positionOf } from "./created-order.ts";
import { cut } from "./cut.ts";
import type { InMemoryStore, TenantData } from "./in-memory-store.ts";

export const makeInMemoryCustomerRepository = (store: InMemoryStore): CustomerRepository => ({
  find: async (tenantId, customerId) => present(store.of(tenantId), customerId),

  findMany: async (tenantId, customerIds) => {
    const data = store.of(tenantId);
    return [...new Set(customerIds)].flatMap((customerId) => present(data, customerId) ?? []);
  },

  list: async (tenantId, { email }, page) => {
    const customers = [...store.of(tenantId).customers.values()]
      .filter(({ erasedAt }) => erasedAt === null)
      .filter((customer) => email === undefined || sameEmail(customer.email, email))
      .sort((a, b) => comparePositions(positionOf(a), positionOf(b)));
    return cut(customers, page, positionOf, comparePositions);
  },

  add: async ({ tenantId, claim, customer }) => {
    const data = store.of(tenantId);
    return claimed<Customer>(data, {
      claim,
      work: () => (emailIsTaken(data, customer) ? taken(customer) : ok(stored(data, customer))),
      record: (added) => ({ kind: "customer", customer: added }),
      recall: (outcome) => {
        if (outcome.kind !== "customer")
          throw new Error(`a key of a customer recorded a ${outcome.kind}`);
        return outcome.customer;
      },
    });
  },

  update: async ({ tenantId, customerId, change }) => {
    const data = store.of(tenantId);
    const current = present(data, customerId);
    if (!current) return refused(notFound(customerId));
    const result = change(current).andThen((changed) =>
      emailIsTaken(data, changed) ? taken(changed) : ok(stored(data, changed)),
    );
    return { result, replayed: false };
  },

  erase: async ({ tenantId, customerId, change }) => {
    const data = store.of(tenantId);
    const current = present(data, customerId);
    if (!current) return refused(notFound(customerId));
    const orderIds = [...data.orders.values()]
      .map(({ order }) => order)
      .filter((order) => order.customerId === customerId && openStatuses.has(order.status))
      .map(({ id }) => id);
    const result = change(current).andThen((erased) =>
      orderIds.length > 0
        ? err({ type: "CustomerHasOpenOrders" as const, customerId, orderIds })
        : ok(stored(data, erased)),
    );
    return { result, replayed: false };
  },
});

const openStatuses: ReadonlySet<string> = new Set(["draft", "pending", "confirmed"]);

const present = ({ customers }: TenantData, customerId: CustomerId): Customer | undefined => {
  const customer = customers.get(customerId);
  return customer?.erasedAt === null ? customer : undefined;
};

const stored = ({ customers }: TenantData, customer: Customer): Customer => {
  customers.set(customer.id, customer);
  return customer;
};

const emailIsTaken = ({ customers }: TenantData, { id, email }: Customer): boolean =>
  [...customers.values()].some((other) => other.id !== id && sameEmail(other.email, email));

const sameEmail = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const taken = ({ email }: Customer) => err({ type: "EmailTaken" as const, email });
const notFound = (customerId: CustomerId) => ({ type: "CustomerNotFound" as const, customerId });
const refused = <R>(rejection: R) => ({ result: err(rejection), replayed: false });
