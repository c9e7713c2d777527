import { deadlineOf, type Order, unsettledSince } from "@ordo/domain";
import type { RowOf } from "../batch/row-set.ts";

/** The columns of `orders` by which scheduled tasks find what is due; null in most orders. */
export const dueColumns = {
  expires_at: "timestamptz",
  unsettled_since: "timestamptz",
} as const;

export const dueRow = (order: Order): RowOf<typeof dueColumns> => ({
  expires_at: deadlineOf(order),
  unsettled_since: unsettledSince(order),
});
