import type { CustomerHasOpenOrders, CustomerUpdate } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import type { Transaction } from "kysely";
import type { Database } from "../database.ts";

/** As many are named to whoever wants to erase their customer. */
const named = 10;

/** The refusal when the customer has orders under way. */
export const openOrders = async (
  trx: Transaction<Database>,
  { tenantId, customerId }: CustomerUpdate,
): Promise<CustomerHasOpenOrders | undefined> => {
  const rows = await trx
    .selectFrom("orders")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("customer_id", "=", customerId)
    .where("status", "in", ["draft", "pending", "confirmed"])
    .orderBy("id")
    .limit(named)
    .execute();
  if (rows.length === 0) return undefined;
  const orderIds = rows.map(({ id }) => OrderId(id));
  return { type: "CustomerHasOpenOrders", customerId, orderIds };
};
