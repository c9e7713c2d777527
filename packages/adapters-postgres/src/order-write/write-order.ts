import {
  recordedOrder,
  type OrderWrite,
  type RecordedOrder,
  type Rejection,
} from "@ordo/application";
import type { Order } from "@ordo/domain";
import type { Transaction } from "kysely";
import { err, ok, type Result } from "neverthrow";
import type { Database } from "../database.ts";
import { appendEvents } from "./append-events.ts";
import { applyEvents } from "./apply-events.ts";
import { loadForUpdate } from "./load-for-update.ts";
import { lockStock, moveStock } from "./stock.ts";
import { insertOrder, updateOrder } from "./store-order.ts";

export interface Written {
  readonly order: Order;
  /** What the key records of it. */
  readonly recorded: RecordedOrder;
}

/**
 * One command on one order inside a transaction. Every reason to reject comes before the first write.
 * Locks are taken in the same sequence by all: the order, then its products by id, then the order number.
 */
export const writeOrder = async (
  trx: Transaction<Database>,
  { tenantId, orderId, decide, subject }: OrderWrite,
): Promise<Result<Written, Rejection>> => {
  const before = await loadForUpdate(trx, tenantId, orderId);
  const decision = decide(before);
  if (decision.isErr()) return err(decision.error);
  if (decision.value.length === 0 && before !== undefined)
    return ok({ order: before, recorded: recordedOrder(before, [], subject) });
  const { after, movements } = applyEvents(before, decision.value);

  const stock = await lockStock(trx, tenantId, movements);
  if (stock.isErr()) return err(stock.error);

  if (before !== undefined) await updateOrder(trx, tenantId, before, after);
  else if (!(await insertOrder(trx, tenantId, after)))
    return err({ type: "OrderNumberTaken", number: after.number });

  await moveStock(trx, tenantId, movements);
  await appendEvents(trx, tenantId, after, decision.value);
  return ok({ order: after, recorded: recordedOrder(after, decision.value, subject) });
};
