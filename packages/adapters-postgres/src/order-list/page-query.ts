import type { OrderPosition, OrderQuery, PageRequest, TenantId } from "@ordo/application";
import type { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { allOrders } from "./all-orders.ts";
import { ordersOfProduct } from "./orders-of-product.ts";
import { ordersWithTag } from "./orders-with-tag.ts";

/**
 * A page and one order more, read in the direction of the request. Lists by creation time of the orders
 * that hold a product or carry a tag follow the index of the lines or tags; any other follows an index of
 * `orders`. docs/decisions/0010 tells how filters and sorts combine.
 */
export const pageQuery = (
  db: Kysely<Database>,
  tenantId: TenantId,
  query: OrderQuery,
  request: PageRequest<OrderPosition>,
) => {
  const { productId, tag, ...others } = query.filter;
  if (query.sort.by !== "createdAt") return allOrders(db, tenantId, query, request);
  if (productId !== undefined) {
    const filter = tag === undefined ? others : { ...others, tag };
    return ordersOfProduct(db, tenantId, productId, { ...query, filter }, request);
  }
  if (tag !== undefined)
    return ordersWithTag(db, tenantId, tag, { ...query, filter: others }, request);
  return allOrders(db, tenantId, query, request);
};
