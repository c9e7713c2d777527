import type { TenantId } from "@ordo/application";
import type { Order } from "@ordo/domain";
import type { Insertable } from "kysely";
import type { OrderLinesTable } from "../tables/order-lines-table.ts";
import { toTimestamptz } from "./timestamptz.ts";

/** Which products the order holds, one row per line. */
export const orderLineRows = (
  tenantId: TenantId,
  order: Order,
): readonly Insertable<OrderLinesTable>[] =>
  order.lines.map((line, position) => ({
    tenant_id: tenantId,
    order_id: order.id,
    line_id: line.id,
    position,
    product_id: line.productId,
    quantity: line.quantity,
    created_at: toTimestamptz(order.createdAt),
  }));
