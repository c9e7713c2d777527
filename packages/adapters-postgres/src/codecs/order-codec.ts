import type { Order } from "@ordo/domain";
import type { TenantId } from "@ordo/application";
import type { Insertable } from "kysely";
import type { OrdersTable } from "../tables/orders-table.ts";
import { toNullableTimestamptz, toTimestamptz } from "./timestamptz.ts";

/** The row of an order: its state, and the columns that lists filter and sort by. */
export const orderRow = (tenantId: TenantId, order: Order): Insertable<OrdersTable> => ({
  tenant_id: tenantId,
  id: order.id,
  number: order.number,
  status: order.status,
  version: order.version,
  customer_id: order.customerId,
  email: order.email,
  channel: order.channel,
  currency: order.currency,
  total: order.totals.total,
  created_at: toTimestamptz(order.createdAt),
  updated_at: toTimestamptz(order.updatedAt),
  placed_at: toNullableTimestamptz(order.placedAt),
  state: JSON.stringify(order),
});

/**
 * Reads `orders.state`. Trusted, not parsed again: only {@link orderRow} writes the column, from an order
 * that `evolve` made, and `json` keeps the text as written.
 */
export const decodeOrder = (state: unknown): Order => state as Order;
