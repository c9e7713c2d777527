import type { OrderPosition, OrderQuery, PageRequest, TenantId } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";
import { orderConditions, within } from "./order-conditions.ts";
import { beyond, readingDirection } from "./reading.ts";
import { sortColumns } from "./sort-columns.ts";

/** Orders that match, along the index of the sort or of a filter. */
export const allOrders = (
  db: Kysely<Database>,
  tenantId: TenantId,
  { filter, sort }: OrderQuery,
  request: PageRequest<OrderPosition>,
) => {
  const { columns, at } = sortColumns[sort.by];
  const direction = readingDirection(sort, request);
  const query = db
    .selectFrom("orders")
    .select("orders.state")
    .where("orders.tenant_id", "=", tenantId)
    .where((eb) =>
      eb.and([
        ...orderConditions(filter),
        ...within("orders.created_at", filter.createdFrom, filter.createdBefore),
        ...(sort.by === "placedAt" ? [sql<boolean>`orders.placed_at is not null`] : []),
        ...beyond(columns, request.from && at(request.from.position), direction),
      ]),
    )
    .limit(request.limit + 1);
  return columns.reduce((sorted, column) => sorted.orderBy(sql.ref(column), direction), query);
};
