import { err, ok } from "neverthrow";
import { maySee } from "../access.ts";
import type { GetCustomer } from "../ports/input/get-customer.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";

export const makeGetCustomer =
  ({ customers }: { readonly customers: CustomerRepository }): GetCustomer =>
  async (customerId, context) => {
    const customer = maySee(context, customerId)
      ? await customers.find(context.tenantId, customerId)
      : undefined;
    return customer ? ok(customer) : err({ type: "CustomerNotFound", customerId });
  };
