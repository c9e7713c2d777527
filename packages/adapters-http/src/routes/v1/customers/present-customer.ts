import type { Customer } from "@ordo/domain";
import { presentTimestamp } from "../../../schemas/timestamp.ts";
import type { CustomerResource } from "./customer-schema.ts";

export const presentCustomer = (customer: Customer): CustomerResource => ({
  id: customer.id,
  version: customer.version,
  email: customer.email,
  name: customer.name,
  phone: customer.phone,
  metadata: customer.metadata,
  createdAt: presentTimestamp(customer.createdAt),
  updatedAt: presentTimestamp(customer.updatedAt),
});
