import type { Customer, CustomerId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { IdempotencyClaim } from "../../idempotency.ts";
import type { Outcome } from "../../outcome.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { Rejection } from "../../rejection.ts";
import type { TenantId } from "../../tenant-id.ts";
import type { CustomerFilter } from "../input/customers.ts";
import type { CreatedPosition } from "./created-position.ts";

/** Keeps customers. One that was erased is as one that never was. */
export interface CustomerRepository {
  find(tenantId: TenantId, customerId: CustomerId): Promise<Customer | undefined>;
  /** Those of the ids that exist, in no particular order. */
  findMany(tenantId: TenantId, customerIds: readonly CustomerId[]): Promise<readonly Customer[]>;
  /** Newest first, ties by id descending. */
  list(
    tenantId: TenantId,
    filter: CustomerFilter,
    page: PageRequest<CreatedPosition>,
  ): Promise<Page<Customer, CreatedPosition>>;
  /** Adds a customer and records the outcome under the key. Answers `EmailTaken` and the claim's faults. */
  add(request: CustomerAddition): Promise<Outcome<Customer>>;
  /** Changes a customer, alone. Answers `CustomerNotFound`, `EmailTaken` and what `change` rejects. */
  update(request: CustomerUpdate): Promise<Outcome<Customer>>;
  /**
   * Stores what is left of a customer that has no order in draft, pending or confirmed.
   * Answers `CustomerNotFound`, `CustomerHasOpenOrders` and what `change` rejects.
   */
  erase(request: CustomerUpdate): Promise<Outcome<Customer>>;
}

export interface CustomerAddition {
  readonly tenantId: TenantId;
  readonly claim: IdempotencyClaim | null;
  readonly customer: Customer;
}

export interface CustomerUpdate {
  readonly tenantId: TenantId;
  readonly customerId: CustomerId;
  /** Pure, and may be called more than once. The same version again changes nothing. */
  readonly change: (current: Customer) => Result<Customer, Rejection>;
}
