import type { InventoryAdjustment, Rejection, StockAdjustment } from "@ordo/application";
import type { Transaction } from "kysely";
import { err, ok, type Result } from "neverthrow";
import { toTimestamptz } from "../codecs/timestamptz.ts";
import type { Database } from "../database.ts";
import { lockProduct } from "./lock-product.ts";

/** Changes the units on hand under the product's lock, and keeps who did it and why. */
export const adjustStock = async (
  trx: Transaction<Database>,
  { tenantId, adjustment, adjusted }: StockAdjustment,
): Promise<Result<InventoryAdjustment, Rejection>> => {
  const { id, productId, delta, reason, actor, at } = adjustment;
  const product = await lockProduct(trx, tenantId, productId);
  if (product === undefined) return err({ type: "ProductNotFound", productId });
  const inventory = adjusted(product);
  if (inventory.isErr()) return err(inventory.error);

  await trx
    .updateTable("products")
    .set({ on_hand: inventory.value.onHand })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", productId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("inventory_adjustments")
    .values({
      tenant_id: tenantId,
      id,
      product_id: productId,
      delta,
      reason,
      actor_type: actor.type,
      actor_id: actor.id,
      at: toTimestamptz(at),
    })
    .execute();
  return ok({ ...adjustment, inventory: inventory.value });
};
