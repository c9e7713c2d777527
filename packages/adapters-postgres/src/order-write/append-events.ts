import type { TenantId } from "@ordo/application";
import type { Order, OrderEvent } from "@ordo/domain";
import type { Transaction } from "kysely";
import { encodeOrderEvent } from "../codecs/order-event-codec.ts";
import { toTimestamptz } from "../codecs/timestamptz.ts";
import type { Database } from "../database.ts";

/**
 * Appends the events that led to `after`. The n-th event of an order is version n; the primary key
 * refuses a version that is there already.
 */
export const appendEvents = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  after: Order,
  events: readonly OrderEvent[],
): Promise<void> => {
  const firstVersion = after.version - events.length + 1;
  await trx
    .insertInto("order_events")
    .values(
      events.map((event, index) => ({
        tenant_id: tenantId,
        order_id: after.id,
        version: firstVersion + index,
        type: event.type,
        data: encodeOrderEvent(event),
        actor_type: event.actor.type,
        actor_id: event.actor.id,
        at: toTimestamptz(event.at),
      })),
    )
    .execute();
};
