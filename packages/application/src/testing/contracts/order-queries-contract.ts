import { CustomerId, type Order, OrderId, Timestamp } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { Cursor } from "../../page.ts";
import type { OrderFilter, OrderPosition } from "../../ports/output/order-queries.ts";
import { TenantId } from "../../tenant-id.ts";
import { aCustomer, aPlacement, canceling, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What every `OrderQueries` must do. Each test works in a tenant of its own. */
export const orderQueriesContract = (storage: () => StoragePorts): void => {
  describe("OrderQueries", () => {
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
    const list = (
      filter: OrderFilter,
      limit: number,
      from: Cursor<OrderPosition> | null = null,
      tenant = tenantId,
    ) => storage().orderQueries.list(tenant, filter, { limit, from });
    const idsOf = (items: readonly Order[]) => items.map(({ id }) => id);

    test("lists newest first, ties by id, only its tenant", async () => {
      const [a, b, c] = [await place(1), await place(3), await place(3)];
      const page = await list({}, 10);
      expect(idsOf(page.items)).toEqual([...[b, c].sort().reverse(), a]);
      expect([page.next, page.prev]).toEqual([null, null]);
      expect((await list({}, 10, null, TenantId(freshId()))).items).toEqual([]);
    });

    test("gives whole orders, as find does", async () => {
      const id = await place(1);
      const page = await list({}, 1);
      expect(page.items).toEqual([await storage().orders.find(tenantId, id)]);
    });

    test("walks forward and back without repeating or skipping, though orders are added meanwhile", async () => {
      const ids: OrderId[] = [];
      for (let second = 0; second < 7; second += 1) ids.unshift(await place(second));
      const first = await list({}, 3);
      await place(100);
      const second = await list({}, 3, first.next);
      const third = await list({}, 3, second.next);
      expect(idsOf([...first.items, ...second.items, ...third.items])).toEqual(ids);
      expect(third.next).toBeNull();

      const back = await list({}, 3, third.prev);
      expect(idsOf(back.items)).toEqual(idsOf(second.items));
      const backToStart = await list({}, 3, back.prev);
      expect(idsOf(backToStart.items)).toEqual(idsOf(first.items));
      const newest = await list({}, 3, backToStart.prev);
      expect(newest.items).toHaveLength(1);
      expect(newest.prev).toBeNull();
      expect(idsOf((await list({}, 3, newest.next)).items)).toEqual(idsOf(first.items));
    });

    test("filters by status, customer, channel, email and number, alone and together", async () => {
      const customer = aCustomer(freshId());
      await storage().customers.add({ tenantId, claim: null, customer });
      const plain = await place(1, { number: "A-1" });
      const special = await place(2, {
        number: "A-2",
        terms: { channel: "pos", email: "Ada@example.com", customerId: customer.id },
      });
      await storage().orders.write(canceling(tenantId, null, special));

      const found = async (filter: OrderFilter) => idsOf((await list(filter, 10)).items);
      expect(await found({ status: "pending" })).toEqual([plain]);
      expect(await found({ status: "canceled" })).toEqual([special]);
      expect(await found({ customerId: customer.id })).toEqual([special]);
      expect(await found({ customerId: CustomerId(freshId()) })).toEqual([]);
      expect(await found({ channel: "web" })).toEqual([plain]);
      expect(await found({ email: "aDA@example.com" })).toEqual([special]);
      expect(await found({ number: "A-1" })).toEqual([plain]);
      expect(await found({ number: "A-2", status: "canceled", channel: "pos" })).toEqual([special]);
      expect(await found({ number: "A-1", channel: "pos" })).toEqual([]);
    });

    test("pages within a filter", async () => {
      const wanted: OrderId[] = [];
      for (let second = 0; second < 6; second += 1) {
        const channel = second % 2 === 0 ? "web" : "pos";
        const id = await place(second, { terms: { channel } });
        if (channel === "web") wanted.unshift(id);
      }
      const first = await list({ channel: "web" }, 2);
      const second = await list({ channel: "web" }, 2, first.next);
      expect(idsOf([...first.items, ...second.items])).toEqual(wanted);
      expect(second.next).toBeNull();
    });
  });
};
