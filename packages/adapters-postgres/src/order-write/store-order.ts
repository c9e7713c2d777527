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
  await insertLines(trx, tenantId, order);
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
  if (linesDiffer(before, after)) await replaceLines(trx, tenantId, after);
};

/** A draft's lines are replaced; an edit or an exchange adds some. */
const linesDiffer = (before: Order, after: Order): boolean =>
  before.lines.length !== after.lines.length ||
  before.lines.some((line, position) => {
    const other = after.lines[position];
    return line.id !== other?.id || line.quantity !== other.quantity;
  });

const replaceLines = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  order: Order,
): Promise<void> => {
  await trx
    .deleteFrom("order_lines")
    .where("tenant_id", "=", tenantId)
    .where("order_id", "=", order.id)
    .execute();
  await insertLines(trx, tenantId, order);
};

const insertLines = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  order: Order,
): Promise<void> => {
  // A draft may have none.
  if (order.lines.length > 0)
    await trx.insertInto("order_lines").values(lineRows(tenantId, order)).execute();
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
