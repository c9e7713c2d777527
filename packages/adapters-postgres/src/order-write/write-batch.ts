import type { TenantId } from "@ordo/application";
import type { ProductId } from "@ordo/domain";
import type pg from "pg";
import { decodeOrder } from "../codecs/order-codec.ts";
import { type PipelinedStatement, pipeline } from "../connection/pipeline.ts";
import { appendStatement, type Ineffective } from "./append-statement.ts";
import { changeRows, itemRow, newOrderRows } from "./batch-rows.ts";
import { batchSettings } from "./batch-settings.ts";
import { changeStatement } from "./change-statement.ts";
import { type Folded, foldBatch, type Verdict } from "./fold-batch.ts";
import {
  type LockedOrder,
  type LockedProduct,
  lockOrders,
  lockProducts,
} from "./lock-statements.ts";
import type { OrderInMemory } from "./order-in-memory.ts";
import { productsAtStake } from "./products-at-stake.ts";
import { needsOrder, type QueuedWrite } from "./queued-write.ts";
import { StockInMemory } from "./stock-in-memory.ts";

/** What became of a batch. */
export interface BatchResult {
  readonly verdicts: readonly Verdict[];
  /** By place in {@link verdicts}; all others took effect. */
  readonly ineffective: ReadonlyMap<number, Ineffective>;
  readonly postponed: Folded["postponed"];
  /** False when all was undone, since a later write may have been decided on one that has no effect. */
  readonly committed: boolean;
}

/**
 * Writes a batch of one tenant. Writes that make orders of their own and move no stock cannot meet in the
 * batch: they are decided without reading, and one statement in a transaction of its own writes them.
 * Any other batch locks what it touches: the orders by id, then the products by id.
 */
export const writeBatch = (
  client: pg.ClientBase,
  tenantId: TenantId,
  writes: readonly QueuedWrite[],
): Promise<BatchResult> => {
  const orderIds = new Set(writes.map(({ request }) => request.orderId));
  if (orderIds.size === writes.length && !writes.some(needsOrder)) {
    const folded = foldBatch(writes, new Map(), new StockInMemory(new Set(), []));
    if (folded.postponed.every(({ number }) => number !== null))
      return writeNewOrders(client, tenantId, writes, folded);
  }
  return writeUnderLocks(client, tenantId, writes);
};

const writeNewOrders = async (
  client: pg.ClientBase,
  tenantId: TenantId,
  writes: readonly QueuedWrite[],
  folded: Folded,
): Promise<BatchResult> => {
  const [, rows] = await pipeline(client, [
    batchSettings(tenantId, writes),
    append(tenantId, folded),
  ]);
  return resultOf(folded, rows?.rows ?? [], true);
};

const writeUnderLocks = async (
  client: pg.ClientBase,
  tenantId: TenantId,
  writes: readonly QueuedWrite[],
): Promise<BatchResult> => {
  const loaded = await beginAndLoad(client, tenantId, writes);
  const productIds = productsAtStake(writes, loaded);
  const stock = new StockInMemory(productIds, await locked(client, tenantId, productIds));
  const folded = foldBatch(writes, loaded, stock);
  const changes = changeRows(folded);
  const [changed, rows] = await pipeline(client, [
    { ...changeStatement, values: [tenantId, ...changeStatement.encode(changes)] },
    append(tenantId, folded),
  ]);
  const counts: readonly { readonly changed: number }[] = changed?.rows ?? [];
  if (counts[0]?.changed !== changes.change.length)
    throw new Error("an order changed under its lock");
  const result = resultOf(folded, rows?.rows ?? [], rows?.rows.length === 0);
  await client.query(result.committed ? "commit" : "rollback");
  return result;
};

const beginAndLoad = async (
  client: pg.ClientBase,
  tenantId: TenantId,
  writes: readonly QueuedWrite[],
): Promise<ReadonlyMap<string, OrderInMemory>> => {
  const ids = new Set(writes.filter(needsOrder).map(({ request }) => request.orderId));
  const begin: PipelinedStatement = { text: "begin", values: [] };
  const results = await pipeline(client, [
    begin,
    batchSettings(tenantId, writes),
    ...(ids.size === 0 ? [] : [lockOrders(tenantId, [...ids])]),
  ]);
  const rows: readonly LockedOrder[] = results[2]?.rows ?? [];
  return new Map(
    rows.map(({ id, state, chain_head }) => {
      const order = decodeOrder(state);
      return [id, { stored: order, current: order, chainHead: chain_head }];
    }),
  );
};

const locked = async (
  client: pg.ClientBase,
  tenantId: TenantId,
  ids: ReadonlySet<ProductId>,
): Promise<readonly LockedProduct[]> => {
  if (ids.size === 0) return [];
  const [result] = await pipeline(client, [lockProducts(tenantId, [...ids])]);
  const rows: readonly LockedProduct[] = result?.rows ?? [];
  return rows;
};

const append = (tenantId: TenantId, folded: Folded): PipelinedStatement => {
  const { orders, lines, tags } = newOrderRows(folded);
  const rows = {
    item: folded.verdicts.map(itemRow),
    new_order: orders,
    line: lines,
    tag: tags,
    event: folded.events,
  };
  return {
    ...appendStatement.of(rows.item),
    values: [tenantId, ...appendStatement.encode(rows)],
  };
};

const resultOf = (
  { verdicts, postponed }: Folded,
  rows: readonly Ineffective[],
  committed: boolean,
): BatchResult => ({
  verdicts,
  postponed,
  committed,
  ineffective: new Map(rows.map((row) => [row.n, row])),
});
