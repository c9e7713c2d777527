import type { TenantId } from "@ordo/application";
import type { Order } from "@ordo/domain";
import type { Transaction } from "kysely";
import { orderRow } from "../codecs/order-codec.ts";
import { orderLineRows } from "../codecs/order-line-codec.ts";
import { orderTagRows } from "../codecs/order-tag-codec.ts";
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
  // Lines and tags are frozen at placement: no event changes them yet.
  await trx.insertInto("order_lines").values(orderLineRows(tenantId, order)).execute();
  const tags = orderTagRows(tenantId, order);
  if (tags.length > 0) await trx.insertInto("order_tags").values(tags).execute();
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
