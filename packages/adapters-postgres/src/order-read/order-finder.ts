import type { OrderRepository, TenantId } from "@ordo/application";
import type { Order, OrderId } from "@ordo/domain";
import { BatchQueue } from "../batch/batch-queue.ts";
import { binaryArray } from "../batch/binary-array.ts";
import { decodeOrder } from "../codecs/order-codec.ts";
import { pipeline } from "../connection/pipeline.ts";
import { tenantSetting } from "../connection/tenant-setting.ts";
import { withConnection } from "../connection/with-connection.ts";
import type { OrdoDatabase } from "../database.ts";

interface Search {
  readonly tenantId: TenantId;
  readonly orderId: OrderId;
  readonly resolve: (order: Order | undefined) => void;
  readonly reject: (error: unknown) => void;
}

const limits = { lanes: 2, maxBatch: 64, maxQueued: 4_096 };

/** Finds orders by id, those that are looked for at the same time in one statement. */
export const makeOrderFinder = (database: OrdoDatabase): OrderRepository["find"] => {
  const queue = new BatchQueue<Search>(
    async (searches) => {
      await findAll(database, searches);
      return [];
    },
    ({ tenantId }) => tenantId,
    limits,
  );
  return (tenantId, orderId) =>
    new Promise((resolve, reject) => queue.add({ tenantId, orderId, resolve, reject }));
};

const findAll = async (database: OrdoDatabase, searches: readonly Search[]): Promise<void> => {
  try {
    const states = await readStates(database, searches);
    for (const { orderId, resolve } of searches) {
      const state = states.get(orderId);
      resolve(state === undefined ? undefined : decodeOrder(state));
    }
  } catch (error) {
    for (const { reject } of searches) reject(error);
  }
};

const readStates = async (
  { pool }: OrdoDatabase,
  searches: readonly Search[],
): Promise<ReadonlyMap<string, unknown>> => {
  const [first] = searches;
  if (first === undefined) return new Map();
  const ids = [...new Set(searches.map(({ orderId }) => orderId))];
  const statement = {
    name: "ordo_find_orders",
    text: "select id, state from orders where tenant_id = $1 and id = any($2::uuid[])",
    values: [first.tenantId, binaryArray("uuid", ids)],
  };
  const [, result] = await withConnection(await pool.connect(), (client) =>
    pipeline(client, [tenantSetting(first.tenantId), statement]),
  );
  const rows: readonly { readonly id: string; readonly state: unknown }[] = result?.rows ?? [];
  return new Map(rows.map(({ id, state }) => [id, state]));
};
