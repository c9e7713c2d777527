import type { OrderFilter } from "@ordo/application";
import type { ProductId, Timestamp } from "@ordo/domain";
import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import { foldEmail } from "../codecs/order-codec.ts";
import { toTimestamptz } from "../codecs/timestamptz.ts";
import type { Database } from "../database.ts";

export type Condition = Expression<SqlBool>;

const eb = expressionBuilder<Database, "orders">();

/** All that a filter asks of `orders`, but the creation time: that is asked where the list is read from. */
export const orderConditions = (filter: OrderFilter): readonly Condition[] => {
  const { status, customerId, channel, email, number, totalMin, totalMax } = filter;
  return [
    ...(status === undefined ? [] : [eb("orders.status", "=", status)]),
    ...is("orders.payment_status", filter.paymentStatus),
    ...is("orders.fulfillment_status", filter.fulfillmentStatus),
    ...isOrNone("orders.refund_status", filter.refundStatus),
    ...isOrNone("orders.return_status", filter.returnStatus),
    ...(customerId === undefined ? [] : [eb("orders.customer_id", "=", customerId)]),
    ...(channel === undefined ? [] : [eb("orders.channel", "=", channel)]),
    ...(number === undefined ? [] : [eb("orders.number", "=", number)]),
    ...(email === undefined ? [] : [eb("orders.email_lower", "=", foldEmail(email))]),
    ...(totalMin === undefined ? [] : [eb("orders.total", ">=", totalMin)]),
    ...(totalMax === undefined ? [] : [eb("orders.total", "<=", totalMax)]),
    ...within("orders.placed_at", filter.placedFrom, filter.placedBefore),
    ...(filter.productId === undefined ? [] : [holdsProduct(filter.productId)]),
    ...(filter.tag === undefined ? [] : [carriesTag(filter.tag)]),
  ];
};

type StatusColumn = `orders.${"payment" | "fulfillment" | "refund" | "return"}_status`;

const is = (column: StatusColumn, status: string | undefined): readonly Condition[] =>
  status === undefined ? [] : [eb(column, "=", status)];

/** The index holds no order with "none": saying so lets it answer also when the status is a parameter. */
const isOrNone = (column: StatusColumn, status: string | undefined): readonly Condition[] =>
  status === undefined || status === "none"
    ? is(column, status)
    : [...is(column, status), eb(column, "<>", sql.lit("none"))];

/** From inclusive, before exclusive. */
export const within = (
  column: string,
  from: Timestamp | undefined,
  before: Timestamp | undefined,
): readonly Condition[] => [
  ...(from === undefined
    ? []
    : [sql<boolean>`${sql.ref(column)} >= ${toTimestamptz(from)}::timestamptz`]),
  ...(before === undefined
    ? []
    : [sql<boolean>`${sql.ref(column)} < ${toTimestamptz(before)}::timestamptz`]),
];

// OFFSET 0 keeps these look-ups look-ups, one descent of an index per order. Made into a join, the planner
// takes time and id for independent, expects next to no rows and reads and sorts whole tables for them.

const holdsProduct = (productId: ProductId): Condition =>
  eb.exists(
    eb
      .selectFrom("order_lines")
      .select("line_id")
      .whereRef("order_lines.tenant_id", "=", "orders.tenant_id")
      .where("order_lines.product_id", "=", productId)
      .whereRef("order_lines.created_at", "=", "orders.created_at")
      .whereRef("order_lines.order_id", "=", "orders.id")
      .offset(0),
  );

const carriesTag = (tag: string): Condition =>
  eb.exists(
    eb
      .selectFrom("order_tags")
      .select("tag")
      .whereRef("order_tags.tenant_id", "=", "orders.tenant_id")
      .where("order_tags.tag", "=", tag)
      .whereRef("order_tags.created_at", "=", "orders.created_at")
      .whereRef("order_tags.order_id", "=", "orders.id")
      .offset(0),
  );
