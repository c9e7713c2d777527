import { CustomerId, OrderId, Timestamp } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import {
  newestFirst,
  type OrderSort,
  type OrderSortKey,
} from "../../ports/output/order-queries.ts";
import type { OrderReading } from "../../ports/output/order-reading.ts";
import { TenantId } from "../../tenant-id.ts";
import { aCustomer, aPlacement, canceling, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What `OrderQueries` must do for readers that keep what they read. Each test works in a tenant of its own. */
export const orderRereadingContract = (storage: () => StoragePorts): void => {
  describe("OrderQueries, read again", () => {
    let tenantId: TenantId;
    beforeEach(() => {
      tenantId = TenantId(freshId());
    });

    const start = 1_767_225_600_000;
    const place = async (second: number, terms: Parameters<typeof aPlacement>[1] = {}) => {
      const id = OrderId(freshId());
      const command = aPlacement(id, { ...terms, at: Timestamp(start + second * 1000) });
      await storage().orders.write(placing(tenantId, null, command));
      return id;
    };
    const find = (id: OrderId) => storage().orders.find(tenantId, id);
    const reread = async (id: OrderId, revision?: string): Promise<OrderReading> => {
      const reading = await storage().orderQueries.reread(tenantId, id, revision);
      if (reading === undefined) throw new Error("not there");
      return reading;
    };
    const query = (sort: OrderSort = newestFirst) => ({ filter: {}, sort });

    test("an order comes whole, and without its state while it is kept as it is", async () => {
      const id = await place(1);
      const first = await reread(id);
      const order = await find(id);
      expect(first).toEqual({ id, revision: first.revision, customerId: order?.customerId, order });
      expect(await reread(id, first.revision)).toEqual({ ...first, order: null });
    });

    test("any change makes another revision, and brings the new state", async () => {
      const id = await place(1);
      const first = await reread(id);
      await storage().orders.write(canceling(tenantId, null, id));
      const second = await reread(id, first.revision);
      expect(second.revision).not.toBe(first.revision);
      expect(second.order).toEqual(await find(id));
      expect(second.order?.status).toBe("canceled");
    });

    test("says whose it is, though it brings no state", async () => {
      const customerId = CustomerId(freshId());
      await storage().customers.add({
        tenantId,
        claim: null,
        customer: aCustomer(customerId, { email: "ada@example.com" }),
      });
      const id = await place(1, { terms: { customerId } });
      const { revision } = await reread(id);
      expect(await reread(id, revision)).toMatchObject({ customerId, order: null });
    });

    test("what is not there, or another tenant's, is not found, whatever is kept", async () => {
      const { revision } = await reread(await place(1));
      const { orderQueries } = storage();
      expect(await orderQueries.reread(tenantId, OrderId(freshId()), revision)).toBeUndefined();
      const elsewhere = TenantId(freshId());
      expect(await orderQueries.reread(elsewhere, await place(2), revision)).toBeUndefined();
    });

    test("many at once get each what it lacks", async () => {
      const ids = [await place(1), await place(2), await place(3)];
      const kept = await Promise.all(ids.map((id) => reread(id)));
      const again = await Promise.all(
        kept.flatMap(({ id, revision }) => [reread(id, revision), reread(id), reread(id, "other")]),
      );
      for (const [index, reading] of again.entries()) {
        const { id, revision, order } = kept[Math.floor(index / 3)] ?? {};
        expect(reading).toMatchObject({ id, revision });
        if (index % 3 !== 0) expect(reading.order).toEqual(order);
        else expect([null, order]).toContainEqual(reading.order);
      }
    });

    test.each<OrderSortKey>(["createdAt", "placedAt", "total", "number"])(
      "a page by %s is the same page, kept or not, forward and back",
      async (by) => {
        for (let second = 0; second < 7; second += 1) await place(second);
        const sort: OrderSort = { by, direction: "asc" };
        const kept = new Map<OrderId, string>();
        const { orderQueries } = storage();
        for (const round of ["nothing kept", "some kept", "all kept"]) {
          let from = null;
          do {
            const page = { limit: 3, from };
            const listed = await orderQueries.list(tenantId, query(sort), page);
            const again = await orderQueries.list(tenantId, query(sort), page, null, (id) =>
              kept.get(id),
            );
            expect(
              again.items.map(({ id }) => id),
              round,
            ).toEqual(listed.items.map(({ id }) => id));
            for (const [index, { id, order }] of again.items.entries())
              expect(order, round).toEqual(kept.has(id) ? null : listed.items[index]?.order);
            expect([again.next, again.prev], round).toEqual([listed.next, listed.prev]);
            for (const { id, revision } of again.items)
              if (round !== "nothing kept" || again.items[0]?.id === id) kept.set(id, revision);
            if (again.prev) {
              const back = { limit: 3, from: again.prev };
              const { items } = await orderQueries.list(
                tenantId,
                query(sort),
                back,
                null,
                () => undefined,
              );
              expect(items).toEqual((await orderQueries.list(tenantId, query(sort), back)).items);
            }
            from = listed.next;
          } while (from !== null);
        }
      },
    );

    test("a page brings the new state of what has changed since it was kept", async () => {
      const [still, changed] = [await place(1), await place(2)];
      const kept = new Map<OrderId, string>();
      for (const id of [still, changed]) kept.set(id, (await reread(id)).revision);
      await storage().orders.write(canceling(tenantId, null, changed));
      const { items } = await storage().orderQueries.list(
        tenantId,
        query(),
        { limit: 10, from: null },
        null,
        (id) => kept.get(id),
      );
      expect(items.map(({ id, order }) => [id, order?.status ?? null])).toEqual([
        [changed, "canceled"],
        [still, null],
      ]);
    });
  });
};
