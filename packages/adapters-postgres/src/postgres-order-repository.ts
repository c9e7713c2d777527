import type { OrderRepository, WrittenOrder } from "@ordo/application";
import type { OrdoDatabase } from "./database.ts";
import { patienceUntil } from "./batch/patience.ts";
import { makeOrderFinder } from "./row-read/order-finder.ts";
import { queuedWrite } from "./order-write/queued-write.ts";
import { runBatch } from "./order-write/run-batch.ts";
import { makeWriteQueue, type WriteOptions } from "./order-write/make-write-queue.ts";

export const makePostgresOrderRepository = (
  database: OrdoDatabase,
  options: Partial<WriteOptions> = {},
): OrderRepository => {
  const { queue, patience } = makeWriteQueue(
    (batch, observer) => runBatch({ database, observer }, batch),
    options,
  );
  return {
    find: makeOrderFinder(database),

    write: (request) =>
      new Promise<WrittenOrder>((resolve, reject) => {
        queue(queuedWrite(request, patienceUntil(request.deadline, patience), resolve, reject));
      }),
  };
};
