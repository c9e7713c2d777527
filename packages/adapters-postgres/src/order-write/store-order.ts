import type { TenantId } from "@ordo/application";
import type { Order } from "@ordo/domain";
import type { Transaction } from "kysely";
import { orderRow } from "../codecs/order-codec.ts";
import type { Database } from "../database.ts";

/** Inserts a new order with its lines; false when its number is taken, and then nothing is written. */
export const insertOrder = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  order: Order,
): Promise<boolean> => {
  const inserted = await trx
    .insertInto("orders")
    .values(orderRow(tenantId, order))
    .onConflict((conflict) => conflict.columns(["tenant_id", "number"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted === undefined) return false;
  // Lines are frozen at placement: no event changes them yet.
  await trx.insertInto("order_lines").values(lineRows(tenantId, order)).execute();
  return true;
};

/** Stores the next state of an order that this transaction has locked. */
export const updateOrder = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  before: Order,
  after: Order,
): Promise<void> => {
  const { tenant_id: _tenantId, id: _id, ...columns } = orderRow(tenantId, after);
  const { numUpdatedRows } = await trx
    .updateTable("orders")
    .set(columns)
    .where("tenant_id", "=", tenantId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`order ${before.id} changed under its lock`);
};

const lineRows = (tenantId: TenantId, order: Order) =>
  order.lines.map((line, position) => ({
    tenant_id: tenantId,
    order_id: order.id,
    line_id: line.id,
    position,
    product_id: line.productId,
    quantity: line.quantity,
  }));
