import type { OrderRepository, WrittenOrder } from "@ordo/application";
import { decodeOrder } from "./codecs/order-codec.ts";
import type { OrdoDatabase } from "./database.ts";
import { queuedWrite } from "./order-write/queued-write.ts";
import { runBatch } from "./order-write/run-batch.ts";
import { makeWriteQueue, type WriteOptions } from "./order-write/make-write-queue.ts";

export const makePostgresOrderRepository = (
  database: OrdoDatabase,
  options: Partial<WriteOptions> = {},
): OrderRepository => {
  const { queue, patience } = makeWriteQueue((batch) => runBatch(database, batch), options);
  return {
    find: async (tenantId, orderId) => {
      const row = await database
        .forTenant(tenantId)
        .selectFrom("orders")
        .select("state")
        .where("tenant_id", "=", tenantId)
        .where("id", "=", orderId)
        .executeTakeFirst();
      return row && decodeOrder(row.state);
    },

    write: (request) =>
      new Promise<WrittenOrder>((resolve, reject) => {
        queue(queuedWrite(request, performance.now() + patience, resolve, reject));
      }),
  };
};
