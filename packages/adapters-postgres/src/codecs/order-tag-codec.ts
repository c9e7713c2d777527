import type { TenantId } from "@ordo/application";
import type { Order } from "@ordo/domain";
import type { Insertable } from "kysely";
import type { OrderTagsTable } from "../tables/order-tags-table.ts";
import { toTimestamptz } from "./timestamptz.ts";

/** The order's tags, one row each, also when it names one twice. */
export const orderTagRows = (
  tenantId: TenantId,
  order: Order,
): readonly Insertable<OrderTagsTable>[] =>
  [...new Set(order.tags)].map((tag) => ({
    tenant_id: tenantId,
    tag,
    created_at: toTimestamptz(order.createdAt),
    order_id: order.id,
  }));
