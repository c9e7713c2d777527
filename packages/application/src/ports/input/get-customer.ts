import type { Customer, CustomerId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { NotFound } from "../../rejection.ts";

/** Reads one customer. A customer reads only itself. */
export type GetCustomer = (
  customerId: CustomerId,
  context: RequestContext,
) => Promise<Result<Customer, NotFound>>;
