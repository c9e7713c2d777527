import type { TenantId } from "@ordo/application";
import type { Order, OrderId } from "@ordo/domain";
import type { Transaction } from "kysely";
import { decodeOrder } from "../codecs/order-codec.ts";
import type { Database } from "../database.ts";

/** The order, locked against other writers until the transaction ends; undefined when there is none. */
export const loadForUpdate = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  orderId: OrderId,
): Promise<Order | undefined> => {
  const row = await trx
    .selectFrom("orders")
    .select("state")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", orderId)
    // The weakest lock that keeps writers out: rows that refer to the order can still be inserted.
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && decodeOrder(row.state);
};
