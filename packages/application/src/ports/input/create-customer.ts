import type { Customer, Metadata } from "@ordo/domain";
import type { WriteContext } from "../../context.ts";
import type { Outcome } from "../../outcome.ts";

/** Registers a customer. Rejections: `EmailTaken`, `CustomersMayNot`. */
export type CreateCustomer = (
  input: CreateCustomerInput,
  context: WriteContext,
) => Promise<Outcome<Customer>>;

export interface CreateCustomerInput {
  readonly email: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly metadata: Metadata;
}
