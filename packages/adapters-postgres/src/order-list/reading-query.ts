import type { OrderPosition, OrderQuery, PageRequest, TenantId } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";
import { revisionColumn } from "../row-read/order-reader.ts";
import { pageQuery } from "./page-query.ts";
import { sortColumns } from "./sort-columns.ts";

/** A {@link pageQuery} with all that a reading needs: whose order at which revision, and where it stands in the list. */
export const readingQuery = (
  db: Kysely<Database>,
  tenantId: TenantId,
  query: OrderQuery,
  request: PageRequest<OrderPosition>,
) =>
  pageQuery(db, tenantId, query, request)
    .clearSelect()
    .select([
      "orders.id",
      "orders.customer_id",
      sql<string>`${sql.raw(revisionColumn)}`.as("revision"),
      sql<OrderPosition["key"]>`${sql.ref(sortColumns[query.sort.by].columns[0])}`.as("key"),
      "orders.state",
    ]);
