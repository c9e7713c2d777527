import type { Order } from "@ordo/domain";
import type { RowOf } from "../batch/row-set.ts";
import { foldEmail } from "../codecs/order-codec.ts";
import { dueColumns, dueRow } from "./due-columns.ts";
import { statusColumns, statusRow } from "./status-columns.ts";

/** The columns of `orders` beside the tenant: its state, and what lists filter and sort by. */
export const orderColumns = {
  id: "uuid",
  number: "text",
  status: "text",
  version: "integer",
  customer_id: "uuid",
  email: "text",
  email_lower: "text",
  channel: "text",
  currency: "text",
  total: "bigint",
  created_at: "timestamptz",
  updated_at: "timestamptz",
  placed_at: "timestamptz",
  ...statusColumns,
  ...dueColumns,
  chain_head: "bytea",
  state: "json",
} as const;

export const orderRow = (order: Order, chainHead: Buffer): RowOf<typeof orderColumns> => ({
  id: order.id,
  number: order.number,
  status: order.status,
  version: order.version,
  customer_id: order.customerId,
  email: order.email,
  email_lower: order.email === null ? null : foldEmail(order.email),
  channel: order.channel,
  currency: order.currency,
  total: order.totals.total,
  created_at: order.createdAt,
  updated_at: order.updatedAt,
  placed_at: order.placedAt,
  ...statusRow(order),
  ...dueRow(order),
  chain_head: chainHead,
  state: JSON.stringify(order),
});

/** The columns of `order_lines` beside the tenant. */
export const lineColumns = {
  order_id: "uuid",
  line_id: "uuid",
  position: "integer",
  product_id: "uuid",
  quantity: "bigint",
  created_at: "timestamptz",
} as const;

export const lineRows = (order: Order): readonly RowOf<typeof lineColumns>[] =>
  order.lines.map((line, position) => ({
    order_id: order.id,
    line_id: line.id,
    position,
    product_id: line.productId,
    quantity: line.quantity,
    created_at: order.createdAt,
  }));

/** The columns of `order_tags` beside the tenant. */
export const tagColumns = { tag: "text", created_at: "timestamptz", order_id: "uuid" } as const;

/** One row per tag, also when the order names one twice. */
export const tagRows = (order: Order): readonly RowOf<typeof tagColumns>[] =>
  [...new Set(order.tags)].map((tag) => ({
    tag,
    created_at: order.createdAt,
    order_id: order.id,
  }));

/** The columns of `order_events` that a writer gives, beside the tenant. */
export const eventColumns = {
  order_id: "uuid",
  version: "integer",
  type: "text",
  data: "json",
  hash: "bytea",
  actor_type: "text",
  actor_id: "text",
  at: "timestamptz",
} as const;
