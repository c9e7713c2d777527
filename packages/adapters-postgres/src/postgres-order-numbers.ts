import type { OrderNumbers, TenantId } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import type { Database, OrdoDatabase } from "./database.ts";

/** The first number of a tenant. */
const firstNumber = 1001;

/**
 * Numbers taken at once: one write to the tenant's row for so many orders. A restart wastes the rest. A block that
 * is used up within {@link shortLived} is followed by one of twice the size, any other by one of the least.
 */
const blockSize = { least: 50, most: 3_200 } as const;

/** Milliseconds. */
const shortLived = 1_000;

/** Tenants whose blocks are kept; the one that came longest ago gives way, wasting its rest. */
const maxTenants = 10_000;

interface Block {
  next: number;
  readonly end: number;
  readonly size: number;
  /** By `performance.now()`. */
  readonly takenAt: number;
}

export const makePostgresOrderNumbers = (database: OrdoDatabase): OrderNumbers => {
  const blocks = new Map<TenantId, Block>();
  const refills = new Map<TenantId, Promise<void>>();

  const refill = async (tenantId: TenantId): Promise<void> => {
    const size = nextSize(blocks.get(tenantId));
    const block = await takeBlock(database.forTenant(tenantId), tenantId, size);
    blocks.delete(tenantId);
    blocks.set(tenantId, block);
    const [oldest] = blocks.keys();
    if (blocks.size > maxTenants && oldest !== undefined) blocks.delete(oldest);
  };

  const sharedRefill = (tenantId: TenantId): Promise<void> => {
    const running = refills.get(tenantId);
    if (running) return running;
    const started = refill(tenantId).finally(() => refills.delete(tenantId));
    refills.set(tenantId, started);
    return started;
  };

  return {
    next: async (tenantId) => {
      for (;;) {
        const block = blocks.get(tenantId);
        // No await between the check and the increment, so no number is given twice.
        if (block && block.next < block.end) return String(block.next++);
        await sharedRefill(tenantId);
      }
    },
  };
};

const nextSize = (usedUp: Block | undefined): number =>
  usedUp && performance.now() - usedUp.takenAt < shortLived
    ? Math.min(usedUp.size * 2, blockSize.most)
    : blockSize.least;

const takeBlock = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  size: number,
): Promise<Block> => {
  const { next_number: end } = await db
    .insertInto("order_number_blocks")
    .values({ tenant_id: tenantId, next_number: firstNumber + size })
    .onConflict((conflict) =>
      conflict.column("tenant_id").doUpdateSet({
        next_number: sql`order_number_blocks.next_number + ${size}`,
      }),
    )
    .returning("next_number")
    .executeTakeFirstOrThrow();
  return { next: end - size, end, size, takenAt: performance.now() };
};
