import type { OrderRepository, TenantId } from "@ordo/application";
import type { Order, OrderId } from "@ordo/domain";
import { BatchQueue } from "../batch/batch-queue.ts";
import { binaryArray } from "../batch/binary-array.ts";
import { Overloaded } from "../batch/overloaded.ts";
import { patienceUntil } from "../batch/patience.ts";
import { decodeOrder } from "../codecs/order-codec.ts";
import { checkOut } from "../connection/check-out.ts";
import { pipeline } from "../connection/pipeline.ts";
import { tenantSetting } from "../connection/tenant-setting.ts";
import { withConnection } from "../connection/with-connection.ts";
import type { OrdoDatabase } from "../database.ts";

interface Search {
  readonly tenantId: TenantId;
  readonly orderId: OrderId;
  /** By `performance.now()`. */
  readonly deadline: number;
  readonly resolve: (order: Order | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds after which a search that still waits for its turn is given up. */
const patienceMs = 10_000;

const items = {
  tenantOf: ({ tenantId }: Search) => tenantId,
  deadlineOf: ({ deadline }: Search) => deadline,
  giveUp: ({ reject }: Search) =>
    reject(new Overloaded("the deadline of this search passed before its turn came")),
};

const limits = { lanes: 2, maxBatch: 64, maxQueued: 4_096 };

/** Finds orders by id, those that are looked for at the same time in one statement. */
export const makeOrderFinder = (database: OrdoDatabase): OrderRepository["find"] => {
  const queue = new BatchQueue<Search>(
    async (searches) => {
      await findAll(database, searches);
      return [];
    },
    items,
    limits,
  );
  return (tenantId, orderId, deadline) =>
    new Promise((resolve, reject) =>
      queue.add({
        tenantId,
        orderId,
        deadline: patienceUntil(deadline, patienceMs),
        resolve,
        reject,
      }),
    );
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
  const client = await checkOut(pool, Math.max(...searches.map(({ deadline }) => deadline)));
  const [, result] = await withConnection(client, (connected) =>
    pipeline(connected, [tenantSetting(first.tenantId), statement]),
  );
  const rows: readonly { readonly id: string; readonly state: unknown }[] = result?.rows ?? [];
  return new Map(rows.map(({ id, state }) => [id, state]));
};
