import type { TenantId } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import type { Kysely } from "kysely";
import type { Database, OrdoDatabase } from "../database.ts";
import { checkOrder } from "./check-order.ts";
import type { FaultyOrder } from "./order-fault.ts";
import { surplusTags } from "./surplus-tags.ts";
import { readStoredOrders } from "./stored-order.ts";

/** How far it has come: sent after each batch. */
export interface VerifiedBatch {
  /** Orders of this batch. */
  readonly verified: number;
  /** Those of them that differ from their events. */
  readonly faulty: readonly FaultyOrder[];
}

/** Orders that are read at once: enough to keep the server busy, little enough to hold in memory. */
const batchSize = 200;

/**
 * Compares every order of a tenant with its journal, batch by batch, while others may write: each batch is
 * seen as of one moment. An order that is made meanwhile may be left out.
 */
export async function* verifyOrders(
  database: OrdoDatabase,
  tenantId: TenantId,
): AsyncGenerator<VerifiedBatch, void, void> {
  const db = database.forTenant(tenantId);
  for (let after: string | null = null; ;) {
    const orders = await readStoredOrders(db, tenantId, after, batchSize);
    const faulty = orders.flatMap((stored): readonly FaultyOrder[] => {
      const faults = checkOrder(stored);
      const { id, number } = stored.row;
      return faults.length === 0 ? [] : [{ tenantId, orderId: OrderId(id), number, faults }];
    });
    if (orders.length > 0) yield { verified: orders.length, faulty };
    const last = orders.at(-1);
    if (last === undefined || orders.length < batchSize) break;
    after = last.row.id;
  }
  for await (const faulty of surplusTags(db, tenantId)) yield { verified: 0, faulty };
}

/** How many orders a tenant has. */
export const countOrders = async (database: OrdoDatabase, tenantId: TenantId): Promise<number> => {
  const db: Kysely<Database> = database.forTenant(tenantId);
  const { count } = await db
    .selectFrom("orders")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("tenant_id", "=", tenantId)
    .executeTakeFirstOrThrow();
  return count;
};
