import type { RecordedOutcome, TenantId, WrittenOrder } from "@ordo/application";
import type { Order, OrderId } from "@ordo/domain";
import { type Kysely, sql } from "kysely";
import { err, ok } from "neverthrow";
import { decodeRecordedOutcome } from "../codecs/recorded-outcome-codec.ts";
import type { Database } from "../database.ts";
import { loadAsOf } from "../load-as-of.ts";
import type { QueuedWrite } from "./queued-write.ts";
import { writtenOrder } from "./written.ts";

/** What the keys of writes stand for, in the order of the writes; undefined where there is no such key. */
export const resolveClaims = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  writes: readonly QueuedWrite[],
): Promise<readonly (WrittenOrder | undefined)[]> => {
  const keys = await readKeys(db, tenantId, writes);
  const orders = new Map<string, Promise<Order>>();
  const orderAsOf = (orderId: OrderId, version: number): Promise<Order> => {
    const id = `${orderId} ${String(version)}`;
    const order = orders.get(id) ?? recall(db, tenantId, orderId, version);
    orders.set(id, order);
    return order;
  };
  return Promise.all(
    writes.map(async ({ request: { claim, continues } }) => {
      const known = claim && keys.get(keyId(claim.clientId, claim.key));
      if (!known) return undefined;
      if (known.fingerprint !== claim.fingerprint)
        return { result: err({ type: "IdempotencyKeyReused" }), replayed: false };
      const { outcome } = known;
      if (outcome.kind === "rejected") return { result: err(outcome.rejection), replayed: true };
      // Still to be carried on with: no answer to one that wants to.
      if (outcome.kind === "continuing" && continues) return undefined;
      if (outcome.kind !== "order" && outcome.kind !== "continuing")
        throw new Error(`a key of an order recorded a ${outcome.kind}`);
      const order = await orderAsOf(outcome.orderId, outcome.version);
      return writtenOrder(ok({ order, recorded: outcome }), true);
    }),
  );
};

interface KnownKey {
  readonly fingerprint: string;
  readonly outcome: RecordedOutcome;
}

const keyId = (clientId: string, key: string): string => JSON.stringify([clientId, key]);

const readKeys = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  writes: readonly QueuedWrite[],
): Promise<ReadonlyMap<string, KnownKey>> => {
  const claims = writes.flatMap(({ request }) => request.claim ?? []);
  const rows = await db
    .selectFrom("idempotency_keys")
    .innerJoin(
      sql<{ client_id: string; key: string }>`
        (select distinct * from unnest(${claims.map(({ clientId }) => clientId)}::text[],
                                       ${claims.map(({ key }) => key)}::text[]))`.as<"claim">(
        sql`claim (client_id, key)`,
      ),
      (join) =>
        join
          .onRef("claim.client_id", "=", "idempotency_keys.client_id")
          .onRef("claim.key", "=", "idempotency_keys.key"),
    )
    .select(["idempotency_keys.client_id", "idempotency_keys.key", "fingerprint", "outcome"])
    .where("tenant_id", "=", tenantId)
    .execute();
  return new Map(
    rows.map(({ client_id, key, fingerprint, outcome }) => [
      keyId(client_id, key),
      { fingerprint, outcome: decodeRecordedOutcome(outcome) },
    ]),
  );
};

const recall = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  orderId: OrderId,
  version: number,
): Promise<Order> => {
  const order = await loadAsOf(db, tenantId, orderId, version);
  if (order?.version !== version)
    throw new Error(`the journal of order ${orderId} ends before version ${String(version)}`);
  return order;
};
