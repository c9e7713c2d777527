import type { InsufficientStock, Shortage, TenantId } from "@ordo/application";
import { available, type StockMovement } from "@ordo/domain";
import { sql, type Transaction } from "kysely";
import { err, ok, type Result } from "neverthrow";
import type { Database } from "../database.ts";

/** Locks the products until the transaction ends and checks that each has the units to claim. */
export const lockStock = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  movements: readonly StockMovement[],
): Promise<Result<void, InsufficientStock>> => {
  if (movements.length === 0) return ok();
  const rows = await trx
    .selectFrom("products")
    .select(["id", "tracked", "on_hand", "reserved"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", sql<string>`any(${movements.map(({ productId }) => productId)}::uuid[])`)
    // Locked by id, so that two orders of the same products wait for each other and never in a circle.
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  const left = new Map(
    rows.map(({ id, tracked, on_hand, reserved }) => [
      id,
      tracked ? available({ tracked, onHand: on_hand, reserved }) : Number.POSITIVE_INFINITY,
    ]),
  );
  const shortages = movements.flatMap(({ productId, reserved: requested }): Shortage[] => {
    const units = left.get(productId) ?? 0;
    return requested > 0 && requested > units ? [{ productId, requested, available: units }] : [];
  });
  return shortages.length > 0 ? err({ type: "InsufficientStock", shortages }) : ok();
};

/** Changes the reserved units and those on hand of products that this transaction has locked and checked. */
export const moveStock = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  movements: readonly StockMovement[],
): Promise<void> => {
  if (movements.length === 0) return;
  await sql`
    update products
       set reserved = products.reserved + change.reserved,
           on_hand = products.on_hand + change.on_hand
      from unnest(
             ${movements.map(({ productId }) => productId)}::uuid[],
             ${movements.map(({ reserved }) => reserved)}::bigint[],
             ${movements.map(({ onHand }) => onHand)}::bigint[]
           ) as change (product_id, reserved, on_hand)
     where products.tenant_id = ${tenantId} and products.id = change.product_id`.execute(trx);
};
