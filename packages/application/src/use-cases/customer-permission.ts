import type { lifecycle, Order, OrderCommandType } from "@ordo/domain";
import type { Rejection, StaffBusiness } from "../rejection.ts";

/**
 * What stands in the way when the caller acts as the customer of this very order (docs/decisions/0012):
 * undefined when it may.
 */
export type CustomerPermission<Input> = (order: Order, input: Input) => Rejection | undefined;

export const staffOnly =
  (what: StaffBusiness): CustomerPermission<unknown> =>
  () => ({ type: "CustomersMayNot", what, path: [] });

export const customersToo: CustomerPermission<unknown> = () => undefined;

/** A customer changes its mind until the seller has accepted. */
export const customersWhilePending =
  (command: OrderCommandType & keyof (typeof lifecycle)["pending"]): CustomerPermission<unknown> =>
  ({ status }) =>
    status === "pending"
      ? undefined
      : { type: "StatusForbidsCommand", command, status, allowedIn: ["pending"] };
