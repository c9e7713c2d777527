import type { ExportOrders } from "../ports/input/export-orders.ts";
import type { OrderExport } from "../ports/output/order-export.ts";
import { ownOrders } from "./own-orders.ts";

export const makeExportOrders = ({
  orderExport,
}: {
  readonly orderExport: OrderExport;
}): ExportOrders =>
  async function* (filter, context) {
    const own = ownOrders(filter, context);
    if (own) yield* orderExport.stream(context.tenantId, own);
  };
