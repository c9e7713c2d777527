import type { Customer, CustomerId } from "@ordo/domain";
import type { IdempotencyClaim } from "../../idempotency.ts";
import type { Outcome } from "../../outcome.ts";
import type { TenantId } from "../../tenant-id.ts";

export interface CustomerRepository {
  find(tenantId: TenantId, customerId: CustomerId): Promise<Customer | undefined>;
  /** Adds a customer and records the outcome under the key. Answers `EmailTaken` and the claim's faults. */
  add(request: CustomerAddition): Promise<Outcome<Customer>>;
}

export interface CustomerAddition {
  readonly tenantId: TenantId;
  readonly claim: IdempotencyClaim | null;
  readonly customer: Customer;
}
