import type { OrderRepository } from "@ordo/application";
import type { Kysely } from "kysely";
import { decodeOrder } from "./codecs/order-codec.ts";
import type { Database } from "./database.ts";
import { runOnce } from "./idempotency/run-once.ts";
import { loadAsOf } from "./load-as-of.ts";
import { writeOrder } from "./order-write/write-order.ts";

export const makePostgresOrderRepository = (db: Kysely<Database>): OrderRepository => ({
  find: async (tenantId, orderId) => {
    const row = await db
      .selectFrom("orders")
      .select("state")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", orderId)
      .executeTakeFirst();
    return row && decodeOrder(row.state);
  },

  write: (request) =>
    runOnce(db, {
      tenantId: request.tenantId,
      claim: request.claim,
      isFinal: request.isFinal,
      effect: (trx) => writeOrder(trx, request),
      record: ({ id, version }) => ({ kind: "order", orderId: id, version }),
      recall: async (trx, outcome) => {
        if (outcome.kind !== "order")
          throw new Error(`a key of an order recorded a ${outcome.kind}`);
        const { orderId, version } = outcome;
        const order = await loadAsOf(trx, request.tenantId, orderId, version);
        if (order?.version !== version)
          throw new Error(`the journal of order ${orderId} ends before version ${String(version)}`);
        return order;
      },
    }),
});
