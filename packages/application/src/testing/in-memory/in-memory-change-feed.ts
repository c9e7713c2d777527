import type { ChangeFeed } from "../../ports/output/change-feed.ts";
import type { InMemoryStore } from "./in-memory-store.ts";

/** A position is the number of events up to and with it. */
export const makeInMemoryChangeFeed = (store: InMemoryStore): ChangeFeed => ({
  read: async (tenantId, after, limit) => {
    const start = Number(after ?? 0);
    return store
      .of(tenantId)
      .feed.slice(start, start + limit)
      .map((entry, index) => ({ ...entry, position: String(start + index + 1) }));
  },

  lag: async () => ({ transactions: 0, milliseconds: 0 }),
});
