import { err } from "neverthrow";
import type { RequestContext } from "../context.ts";
import type { CustomersMayNot, StaffBusiness } from "../rejection.ts";

/** The refusal of what is no customer's business, when the caller acts as one. */
export const refusedToCustomers = ({ actingCustomerId }: RequestContext, what: StaffBusiness) => {
  if (actingCustomerId === null) return undefined;
  const rejection: CustomersMayNot = { type: "CustomersMayNot", what, path: [] };
  return { result: err(rejection), replayed: false };
};
