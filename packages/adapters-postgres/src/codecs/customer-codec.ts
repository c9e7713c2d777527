import type { TenantId } from "@ordo/application";
import { type Customer, CustomerId, Timestamp } from "@ordo/domain";
import type { Insertable, Selectable } from "kysely";
import type { CustomersTable } from "../tables/customers-table.ts";
import { decodeMetadata, encodeMetadata } from "./metadata-codec.ts";
import { fromNullableTimestamptz, toNullableTimestamptz, toTimestamptz } from "./timestamptz.ts";

export const customerRow = (
  tenantId: TenantId,
  customer: Customer,
): Insertable<CustomersTable> => ({
  tenant_id: tenantId,
  id: customer.id,
  version: customer.version,
  email: customer.email,
  name: customer.name,
  phone: customer.phone,
  metadata: encodeMetadata(customer.metadata),
  created_at: toTimestamptz(customer.createdAt),
  updated_at: toTimestamptz(customer.updatedAt),
  erased_at: toNullableTimestamptz(customer.erasedAt),
});

export const decodeCustomer = (row: Selectable<CustomersTable>): Customer => ({
  id: CustomerId(row.id),
  version: row.version,
  email: row.email,
  name: row.name,
  phone: row.phone,
  metadata: decodeMetadata(row.metadata),
  createdAt: Timestamp(row.created_at),
  updatedAt: Timestamp(row.updated_at),
  erasedAt: fromNullableTimestamptz(row.erased_at),
});
