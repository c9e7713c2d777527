import type { Timestamp } from "../shared/timestamp.ts";
import type { Order } from "./order.ts";

/** When a pending order may be expired; null for an order that has no deadline, or none any more. */
export const deadlineOf = ({ status, expiresAt }: Order): Timestamp | null =>
  status === "pending" ? expiresAt : null;

/** When the first of the order's payment operations was requested whose outcome nobody knows; null without one. */
export const unsettledSince = ({ payments }: Order): Timestamp | null => {
  let since: Timestamp | null = null;
  for (const { operations } of payments)
    for (const { status, requestedAt } of operations) {
      if (status !== "requested" && status !== "unknown") continue;
      if (since === null || requestedAt < since) since = requestedAt;
    }
  return since;
};
