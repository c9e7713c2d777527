import type {
  AsOf,
  Cursor,
  JournalEntry,
  OrderJournal,
  PageRequest,
  TenantId,
  TimelinePosition,
} from "@ordo/application";
import type { OrderId } from "@ordo/domain";
import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { decodeOrderEvent } from "./codecs/order-event-codec.ts";
import { toTimestamptz } from "./codecs/timestamptz.ts";
import { cutPage } from "./cut-page.ts";
import type { Database, OrdoDatabase } from "./database.ts";
import { loadAsOf } from "./load-as-of.ts";

export const makePostgresOrderJournal = (database: OrdoDatabase): OrderJournal => ({
  asOf: async (tenantId, orderId, moment) => {
    const db = database.forTenant(tenantId);
    const version = await versionAt(db, tenantId, orderId, moment);
    if (version === null) return undefined;
    const order = await loadAsOf(db, tenantId, orderId, version);
    return order?.version === version ? order : undefined;
  },

  timeline: async (tenantId, orderId, request) => {
    const db = database.forTenant(tenantId);
    const rows = await timelineQuery(db, tenantId, orderId, request).execute();
    const entries = rows.map(({ version, data }): JournalEntry => ({
      orderId,
      version,
      event: decodeOrderEvent(data),
    }));
    return cutPage(entries, request, ({ version }) => ({ version }));
  },
});

const versionAt = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  orderId: OrderId,
  moment: AsOf,
): Promise<number | null> => {
  if ("version" in moment) return moment.version;
  const { version } = await db
    .selectFrom("order_events")
    .select(({ fn }) => fn.max<number | null>("version").as("version"))
    .where("tenant_id", "=", tenantId)
    .where("order_id", "=", orderId)
    .where(sql<boolean>`at <= ${toTimestamptz(moment.at)}::timestamptz`)
    .executeTakeFirstOrThrow();
  return version;
};

const timelineQuery = (
  db: Kysely<Database>,
  tenantId: TenantId,
  orderId: OrderId,
  { limit, from }: PageRequest<TimelinePosition>,
) =>
  db
    .selectFrom("order_events")
    .select(["version", "data"])
    .where("tenant_id", "=", tenantId)
    .where("order_id", "=", orderId)
    .where((eb) => eb.and(from ? [beyond(eb, from)] : []))
    .orderBy("version", from?.direction === "before" ? "desc" : "asc")
    .limit(limit + 1);

const beyond = (
  eb: ExpressionBuilder<Database, "order_events">,
  { direction, position }: Cursor<TimelinePosition>,
) => eb("version", direction === "before" ? "<" : ">", position.version);
