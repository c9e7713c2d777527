import type { Order } from "@ordo/domain";
import type { TenantId } from "../../tenant-id.ts";
import type { OrderFilter } from "./order-queries.ts";

/** Reads any number of orders in little memory. */
export interface OrderExport {
  /**
   * Every order that matches, newest first, read as fast as they are taken and no faster. Each comes at most
   * once, as it is when it is read; orders made since the export began are left out. It ends where the
   * taker stops, and holds nothing open in between.
   */
  stream(tenantId: TenantId, filter: OrderFilter): AsyncIterable<Order>;
}
