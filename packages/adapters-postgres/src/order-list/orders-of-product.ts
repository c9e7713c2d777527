import type { OrderPosition, OrderQuery, PageRequest, TenantId } from "@ordo/application";
import type { ProductId } from "@ordo/domain";
import type { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { orderConditions, within } from "./order-conditions.ts";
import { beyond, readingDirection } from "./reading.ts";
import { sortColumns } from "./sort-columns.ts";

/** Orders that hold a product, by creation time, along the index of the lines. */
export const ordersOfProduct = (
  db: Kysely<Database>,
  tenantId: TenantId,
  productId: ProductId,
  { filter, sort }: OrderQuery,
  request: PageRequest<OrderPosition>,
) => {
  const columns = ["order_lines.created_at", "order_lines.order_id"] as const;
  const direction = readingDirection(sort, request);
  const position = request.from && sortColumns.createdAt.at(request.from.position);
  return (
    db
      .selectFrom("order_lines")
      .innerJoin("orders", (join) =>
        join
          .onRef("orders.tenant_id", "=", "order_lines.tenant_id")
          .onRef("orders.id", "=", "order_lines.order_id"),
      )
      // Two lines of one order may hold the product.
      .distinctOn(columns)
      .select("orders.state")
      .where("order_lines.tenant_id", "=", tenantId)
      .where("order_lines.product_id", "=", productId)
      .where((eb) =>
        eb.and([
          ...within(columns[0], filter.createdFrom, filter.createdBefore),
          ...beyond(columns, position, direction),
          ...orderConditions(filter),
        ]),
      )
      .orderBy(columns[0], direction)
      .orderBy(columns[1], direction)
      .limit(request.limit + 1)
  );
};
