import type {
  Cursor,
  OrderFilter,
  OrderPosition,
  OrderQueries,
  PageRequest,
  TenantId,
} from "@ordo/application";
import type { Order } from "@ordo/domain";
import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { decodeOrder } from "./codecs/order-codec.ts";
import { toTimestamptz } from "./codecs/timestamptz.ts";
import { cutPage } from "./cut-page.ts";
import type { Database } from "./database.ts";

export const makePostgresOrderQueries = (db: Kysely<Database>): OrderQueries => ({
  list: async (tenantId, filter, request) => {
    const rows = await pageQuery(db, tenantId, filter, request).execute();
    const orders = rows.map(({ state }) => decodeOrder(state));
    return cutPage(orders, request, positionOf);
  },
});

const positionOf = ({ createdAt, id }: Order): OrderPosition => ({ createdAt, id });

/** Exported for its plan to be tested. Reads in the direction of the request, one order more than the page holds. */
export const pageQuery = (
  db: Kysely<Database>,
  tenantId: TenantId,
  filter: OrderFilter,
  { limit, from }: PageRequest<OrderPosition>,
) => {
  const direction = from?.direction === "before" ? "asc" : "desc";
  return db
    .selectFrom("orders")
    .select("state")
    .where("tenant_id", "=", tenantId)
    .where((eb) => eb.and([...conditions(eb, filter), ...(from ? [beyond(from)] : [])]))
    .orderBy("created_at", direction)
    .orderBy("id", direction)
    .limit(limit + 1);
};

type OrdersExpression = ExpressionBuilder<Database, "orders">;

const conditions = (eb: OrdersExpression, filter: OrderFilter) => {
  const { status, customerId, channel, email, number } = filter;
  return [
    ...(status === undefined ? [] : [eb("status", "=", status)]),
    ...(customerId === undefined ? [] : [eb("customer_id", "=", customerId)]),
    ...(channel === undefined ? [] : [eb("channel", "=", channel)]),
    ...(number === undefined ? [] : [eb("number", "=", number)]),
    // The collation of the column, or lower() would follow the database's.
    ...(email === undefined
      ? []
      : [sql<boolean>`lower(email) = lower(${email} collate pg_c_utf8)`]),
  ];
};

/** A row comparison, not two joined by OR: that is what an index on (created_at, id) answers. */
const beyond = ({ direction, position }: Cursor<OrderPosition>) => {
  const at = toTimestamptz(position.createdAt);
  const operator = direction === "before" ? sql`>` : sql`<`;
  return sql<boolean>`(created_at, id) ${operator} (${at}::timestamptz, ${position.id}::uuid)`;
};
