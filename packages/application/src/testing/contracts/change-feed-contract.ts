import { OrderId } from "@ordo/domain";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { FeedEntry, FeedPosition } from "../../ports/output/change-feed.ts";
import { TenantId } from "../../tenant-id.ts";
import { aPlacement, canceling, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What every `ChangeFeed` must do. Each test works in a tenant of its own. */
export const changeFeedContract = (storage: () => StoragePorts): void => {
  describe("ChangeFeed", () => {
    let tenantId: TenantId;
    beforeEach(() => {
      tenantId = TenantId(freshId());
    });

    const place = async () => {
      const id = OrderId(freshId());
      await storage().orders.write(placing(tenantId, null, aPlacement(id)));
      return id;
    };
    const cancel = (id: OrderId) => storage().orders.write(canceling(tenantId, null, id));
    /** So many events as soon as they are told: a writer anywhere in the store may hold them back a little. */
    const read = (after: FeedPosition | null, count: number, limit = 100) =>
      vi.waitUntil(
        async () => {
          const entries = await storage().changeFeed.read(tenantId, after, limit);
          return entries.length >= count ? entries : undefined;
        },
        { timeout: 30_000 },
      );
    const eventsOf = (entries: readonly FeedEntry[]) =>
      entries.map(({ orderId, version, event }) => [orderId, version, event.type]);

    test("tells every event of its tenant, as it was written", async () => {
      const id = await place();
      await cancel(id);
      const entries = await read(null, 2);
      const journal = await storage().orderJournal.timeline(tenantId, id, {
        limit: 10,
        from: null,
      });
      expect(entries.map(({ position: _position, ...entry }) => entry)).toEqual(journal.items);
      expect(await storage().changeFeed.read(TenantId(freshId()), null, 100)).toEqual([]);
    });

    test("goes on where the reader stopped, without a repetition or a gap", async () => {
      const [a, b] = [await place(), await place()];
      const first = await read(null, 1, 1);
      const second = await read(first.at(-1)?.position ?? null, 1, 1);
      expect(eventsOf([...first, ...second])).toEqual([
        [a, 1, "order.placed"],
        [b, 1, "order.placed"],
      ]);
      const end = second.at(-1)?.position ?? null;
      expect(await read(end, 0)).toEqual([]);
      await cancel(a);
      expect(eventsOf(await read(end, 1))).toEqual([[a, 2, "order.canceled"]]);
    });

    test("keeps its order: read again it is the same", async () => {
      for (const id of [await place(), await place()]) await cancel(id);
      const all = await read(null, 4);
      expect(await read(null, 4)).toEqual(all);
      for (const [index, { position }] of all.entries())
        expect(await read(position, 3 - index)).toEqual(all.slice(index + 1));
    });
  });
};
