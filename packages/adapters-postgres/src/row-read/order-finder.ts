import type { OrderRepository } from "@ordo/application";
import type { OrderId } from "@ordo/domain";
import { binaryArray } from "../batch/binary-array.ts";
import { decodeOrder } from "../codecs/order-codec.ts";
import type { OrdoDatabase } from "../database.ts";
import { makeRowFinder } from "./row-finder.ts";

interface StoredOrder {
  readonly id: string;
  readonly state: unknown;
}

export const makeOrderFinder = (database: OrdoDatabase): OrderRepository["find"] => {
  const findRows = makeRowFinder<OrderId, StoredOrder>(database, {
    name: "ordo_find_orders",
    text: "select id, state from orders where tenant_id = $1 and id = any($2::uuid[])",
    parametersOf: (ids) => [binaryArray("uuid", [...new Set(ids)])],
  });
  return async (tenantId, orderId, deadline) => {
    const row = (await findRows(tenantId, orderId, deadline)).get(orderId);
    return row && decodeOrder(row.state);
  };
};
