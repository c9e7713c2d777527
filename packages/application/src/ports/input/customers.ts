import type { Customer, CustomerId, Metadata } from "@ordo/domain";
import type { RequestContext, WriteContext } from "../../context.ts";
import type { ExpectedVersion } from "../../expected-version.ts";
import type { Outcome } from "../../outcome.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { CreatedPosition } from "../output/created-position.ts";

/** Customers, newest first, page by page; none that was erased. A customer sees only itself. */
export type ListCustomers = (
  input: ListCustomersInput,
  context: RequestContext,
) => Promise<Page<Customer, CreatedPosition>>;

export interface ListCustomersInput {
  readonly filter: CustomerFilter;
  readonly page: PageRequest<CreatedPosition>;
}

export interface CustomerFilter {
  /** Compared without regard to case. */
  readonly email?: string;
}

/**
 * Changes a customer: an absent key stays as it is. What changes nothing leaves the version as it is.
 * Rejections: `CustomerNotFound`, `StaleVersion`, `EmailTaken`, `CustomersMayNot`.
 */
export type UpdateCustomer = (
  input: UpdateCustomerInput,
  context: WriteContext,
) => Promise<Outcome<Customer>>;

export interface UpdateCustomerInput {
  readonly customerId: CustomerId;
  readonly expectedVersion: ExpectedVersion;
  readonly changes: CustomerChanges;
}

export interface CustomerChanges {
  readonly email?: string;
  readonly name?: string | null;
  readonly phone?: string | null;
  /** The whole of it: merging is the caller's. */
  readonly metadata?: Metadata;
}

/**
 * Erases a customer's personal data (docs/decisions/0014): afterwards the customer is not found, and its
 * email is free. Rejections: `CustomerNotFound`, `StaleVersion`, `CustomerHasOpenOrders`, `CustomersMayNot`.
 */
export type EraseCustomer = (
  input: { readonly customerId: CustomerId; readonly expectedVersion: ExpectedVersion },
  context: WriteContext,
) => Promise<Outcome<Customer>>;
