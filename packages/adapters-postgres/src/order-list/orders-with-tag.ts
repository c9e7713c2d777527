import type { OrderPosition, OrderQuery, PageRequest, TenantId } from "@ordo/application";
import type { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { orderConditions, within } from "./order-conditions.ts";
import { beyond, readingDirection } from "./reading.ts";
import { sortColumns } from "./sort-columns.ts";

/** Orders that carry a tag, by creation time, along the index of the tags. */
export const ordersWithTag = (
  db: Kysely<Database>,
  tenantId: TenantId,
  tag: string,
  { filter, sort }: OrderQuery,
  request: PageRequest<OrderPosition>,
) => {
  const columns = ["order_tags.created_at", "order_tags.order_id"] as const;
  const direction = readingDirection(sort, request);
  const position = request.from && sortColumns.createdAt.at(request.from.position);
  return db
    .selectFrom("order_tags")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.tenant_id", "=", "order_tags.tenant_id")
        .onRef("orders.id", "=", "order_tags.order_id"),
    )
    .select("orders.state")
    .where("order_tags.tenant_id", "=", tenantId)
    .where("order_tags.tag", "=", tag)
    .where((eb) =>
      eb.and([
        ...within(columns[0], filter.createdFrom, filter.createdBefore),
        ...beyond(columns, position, direction),
        ...orderConditions(filter),
      ]),
    )
    .orderBy(columns[0], direction)
    .orderBy(columns[1], direction)
    .limit(request.limit + 1);
};
