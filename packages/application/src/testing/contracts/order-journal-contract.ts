import { OrderId, Timestamp } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import { TenantId } from "../../tenant-id.ts";
import { aPlacement, canceling, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What every `OrderJournal` must do. Each test works in a tenant of its own. */
export const orderJournalContract = (storage: () => StoragePorts): void => {
  describe("OrderJournal", () => {
    let tenantId: TenantId;
    let orderId: OrderId;
    beforeEach(() => {
      tenantId = TenantId(freshId());
      orderId = OrderId(freshId());
    });

    const placedAt = Timestamp(1_767_225_600_000);
    const canceledAt = Timestamp(placedAt + 5_000);
    const place = () =>
      storage().orders.write(placing(tenantId, null, aPlacement(orderId, { at: placedAt })));
    const cancel = (at = canceledAt) =>
      storage().orders.write(canceling(tenantId, null, orderId, at));
    const journal = () => storage().orderJournal;
    const versionAt = async (at: number) =>
      (await journal().asOf(tenantId, orderId, { at: Timestamp(at) }))?.version;

    test("tells the order as of each version, exactly as it was", async () => {
      const placed = await place();
      const canceled = await cancel();
      for (const { result } of [placed, canceled]) {
        const { version } = result._unsafeUnwrap();
        const then = await journal().asOf(tenantId, orderId, { version });
        expect(JSON.stringify(then)).toBe(JSON.stringify(result._unsafeUnwrap()));
      }
    });

    test("knows no version that never was", async () => {
      await place();
      for (const version of [0, 2, 1_000_000, Number.MAX_SAFE_INTEGER])
        expect(await journal().asOf(tenantId, orderId, { version })).toBeUndefined();
    });

    test("tells the order as of a time: the last event not after it", async () => {
      await place();
      await cancel();
      expect(await versionAt(placedAt - 1)).toBeUndefined();
      expect(await versionAt(placedAt)).toBe(1);
      expect(await versionAt(canceledAt - 1)).toBe(1);
      expect(await versionAt(canceledAt)).toBe(2);
      expect(await versionAt(canceledAt + 1_000_000_000)).toBe(2);
      // The years -1 and 10,000.
      expect(await versionAt(-62_198_755_200_000)).toBeUndefined();
      expect(await versionAt(253_402_300_800_000)).toBe(2);
    });

    test("leaves no event out where the clock went back", async () => {
      await place();
      await cancel(Timestamp(placedAt - 5_000));
      expect(await versionAt(placedAt - 1)).toBe(2);
    });

    test("knows nothing of another tenant's order", async () => {
      await place();
      const elsewhere = TenantId(freshId());
      const page = { limit: 10, from: null };
      expect(await journal().asOf(elsewhere, orderId, { version: 1 })).toBeUndefined();
      expect(await journal().timeline(elsewhere, orderId, page)).toEqual({
        items: [],
        next: null,
        prev: null,
      });
    });

    test("tells what happened, oldest first, page by page, there and back", async () => {
      await place();
      await cancel();
      const first = await journal().timeline(tenantId, orderId, { limit: 1, from: null });
      const second = await journal().timeline(tenantId, orderId, { limit: 1, from: first.next });
      expect(first.items).toMatchObject([
        { orderId, version: 1, event: { type: "order.placed", at: placedAt } },
      ]);
      expect(second.items).toMatchObject([
        { orderId, version: 2, event: { type: "order.canceled", at: canceledAt } },
      ]);
      expect([first.prev, second.next]).toEqual([null, null]);
      expect(
        (await journal().timeline(tenantId, orderId, { limit: 1, from: second.prev })).items,
      ).toEqual(first.items);
    });
  });
};
