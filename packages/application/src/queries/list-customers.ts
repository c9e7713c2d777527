import type { ListCustomers } from "../ports/input/customers.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";

export const makeListCustomers =
  ({ customers }: { readonly customers: CustomerRepository }): ListCustomers =>
  async ({ filter, page }, { tenantId, actingCustomerId }) => {
    if (actingCustomerId === null) return customers.list(tenantId, filter, page);
    // A customer's list is itself alone: one page, whatever it filters by.
    const self = await customers.find(tenantId, actingCustomerId);
    const matches =
      filter.email === undefined || self?.email.toLowerCase() === filter.email.toLowerCase();
    return { items: self && matches ? [self] : [], next: null, prev: null };
  };
