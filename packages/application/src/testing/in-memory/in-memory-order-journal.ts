import { type OrderId, replay } from "@ordo/domain";
import type { AsOf, JournalEntry, OrderJournal } from "../../ports/output/order-journal.ts";
import type { TenantId } from "../../tenant-id.ts";
import { cut } from "./cut.ts";
import type { InMemoryStore } from "./in-memory-store.ts";

export const makeInMemoryOrderJournal = (store: InMemoryStore): OrderJournal => {
  const entriesOf = (tenantId: TenantId, orderId: OrderId) =>
    (store.of(tenantId).orders.get(orderId)?.journal ?? []).map((event, index): JournalEntry => ({
      orderId,
      version: index + 1,
      event,
    }));
  return {
    asOf: async (tenantId, orderId, moment) => {
      const entries = entriesOf(tenantId, orderId);
      const version = versionAt(entries, moment);
      const order = replay(entries.slice(0, version).map(({ event }) => event));
      return order?.version === version ? order : undefined;
    },

    timeline: async (tenantId, orderId, page) =>
      cut(
        entriesOf(tenantId, orderId),
        page,
        ({ version }) => ({ version }),
        (a, b) => a.version - b.version,
      ),
  };
};

const versionAt = (entries: readonly JournalEntry[], moment: AsOf): number =>
  "version" in moment
    ? moment.version
    : (entries.findLast(({ event }) => event.at <= moment.at)?.version ?? 0);
