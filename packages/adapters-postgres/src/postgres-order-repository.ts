import type { OrderRepository, OrderWrite, TenantId, WrittenOrder } from "@ordo/application";
import type { Kysely, Transaction } from "kysely";
import { err, ok } from "neverthrow";
import { decodeOrder } from "./codecs/order-codec.ts";
import type { Database } from "./database.ts";
import { type Accepted, runOnce } from "./idempotency/run-once.ts";
import { loadAsOf } from "./load-as-of.ts";
import { writeOrder, type Written } from "./order-write/write-order.ts";

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

  write: async (request) => writtenOrder(await writeOnce(db, request)),
});

const writeOnce = (db: Kysely<Database>, request: OrderWrite) =>
  runOnce<Written>(db, {
    tenantId: request.tenantId,
    claim: request.claim,
    isFinal: request.isFinal,
    continues: request.continues ? ({ kind }) => kind === "continuing" : undefined,
    effect: (trx) => writeOrder(trx, request),
    record: ({ recorded }) => recorded,
    recall: (trx, outcome) => recall(trx, request.tenantId, outcome),
  });

const recall = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  recorded: Accepted,
): Promise<Written> => {
  if (recorded.kind !== "order" && recorded.kind !== "continuing")
    throw new Error(`a key of an order recorded a ${recorded.kind}`);
  const { orderId, version } = recorded;
  const order = await loadAsOf(trx, tenantId, orderId, version);
  if (order?.version !== version)
    throw new Error(`the journal of order ${orderId} ends before version ${String(version)}`);
  return { order, recorded };
};

const writtenOrder = ({
  result,
  replayed,
}: Awaited<ReturnType<typeof writeOnce>>): WrittenOrder => {
  if (result.isErr()) return { result: err(result.error), replayed };
  const { order, recorded } = result.value;
  return {
    result: ok(order),
    replayed,
    ...(recorded.subject !== undefined && { subject: recorded.subject }),
    ...(recorded.kind === "continuing" && { continuing: recorded.operations }),
  };
};
