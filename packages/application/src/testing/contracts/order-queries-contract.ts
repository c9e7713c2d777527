import { CustomerId, LineId, OrderId, type Product, Timestamp } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import { type Cursor, maxPageBytes } from "../../page.ts";
import {
  newestFirst,
  type OrderFilter,
  type OrderPosition,
  type OrderSort,
} from "../../ports/output/order-queries.ts";
import type { OrderReading } from "../../ports/output/order-reading.ts";
import { TenantId } from "../../tenant-id.ts";
import { aCustomer, aGift, aPlacement, aProduct, canceling, lineOf, placing } from "../fixtures.ts";
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
    ) => storage().orderQueries.list(tenant, { filter, sort: newestFirst }, { limit, from });
    const bytesOf = async (id: OrderId) =>
      JSON.stringify(await storage().orders.find(tenantId, id)).length;
    const idsOf = (items: readonly OrderReading[]) => items.map(({ id }) => id);

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
      expect(page.items.map(({ order }) => order)).toEqual([
        await storage().orders.find(tenantId, id),
      ]);
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

    test("ends a page early where orders are large, and a walk either way still has each once", async () => {
      const title = "x".repeat(200);
      const large = Array.from({ length: 450 }, () => aGift({ id: LineId(freshId()), title }));
      const ids: OrderId[] = [];
      const count = Math.ceil(
        (1.5 * maxPageBytes) / (await bytesOf(await place(0, { lines: large }))),
      );
      for (let second = 1; second <= count; second += 1)
        ids.unshift(await place(second, { lines: large }));
      const filter = { createdFrom: Timestamp(start + 1000) };
      const first = await list(filter, 100);
      expect(first.items.length).toBeLessThan(count);
      const second = await list(filter, 100, first.next);
      expect(idsOf([...first.items, ...second.items])).toEqual(ids);
      expect([first.prev, second.next]).toEqual([null, null]);
      const back = await list(filter, 100, second.prev);
      expect(idsOf(back.items)).toEqual(idsOf(first.items));
      expect(back.prev).toBeNull();
      const kept = new Map(first.items.map(({ id, revision }) => [id, revision]));
      const again = await storage().orderQueries.list(
        tenantId,
        { filter, sort: newestFirst },
        { limit: 100, from: null },
        null,
        (id) => kept.get(id),
      );
      expect(idsOf(again.items)).toEqual(idsOf(first.items));
      expect(again.next).toEqual(first.next);
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

    test("filters by tag and by product, each order once however often it holds it", async () => {
      const [tea, jam] = [aProduct(freshId()), aProduct(freshId())];
      for (const product of [tea, jam])
        await storage().products.add({ tenantId, claim: null, product });
      const lines = (...products: Product[]) =>
        products.map((product) => lineOf(freshId(), product, 1));
      const older = await place(1, { lines: lines(tea, tea), terms: { tags: ["vip", "gift"] } });
      const newer = await place(2, { lines: lines(jam, tea), terms: { tags: ["gift"] } });
      const plain = await place(3, { terms: { tags: [] } });

      const found = async (filter: OrderFilter) => idsOf((await list(filter, 10)).items);
      expect(await found({})).toEqual([plain, newer, older]);
      expect(await found({ tag: "gift" })).toEqual([newer, older]);
      expect(await found({ tag: "vip" })).toEqual([older]);
      expect(await found({ tag: "GIFT" })).toEqual([]);
      expect(await found({ productId: tea.id })).toEqual([newer, older]);
      expect(await found({ productId: jam.id })).toEqual([newer]);
      expect(await found({ productId: tea.id, tag: "vip" })).toEqual([older]);
      expect(await found({ productId: jam.id, tag: "vip" })).toEqual([]);
      expect(await found({ tag: "gift", createdFrom: Timestamp(start + 2000) })).toEqual([newer]);
    });

    test("filters by ranges: times from and before, totals from and to", async () => {
      const small = await place(1);
      const large = await place(2, { lines: [aGift({ unitPrice: 1000, taxRate: 0 })] });
      const found = async (filter: OrderFilter) => idsOf((await list(filter, 10)).items);
      const [first, second] = [Timestamp(start + 1000), Timestamp(start + 2000)];
      for (const [from, before] of [
        ["createdFrom", "createdBefore"],
        ["placedFrom", "placedBefore"],
      ] as const) {
        expect(await found({ [from]: first, [before]: second })).toEqual([small]);
        expect(await found({ [from]: second })).toEqual([large]);
        expect(await found({ [before]: first })).toEqual([]);
        // The years -1, 0 and 10,000 are years too.
        for (const early of [-62_198_755_200_000, -62_167_219_200_000])
          expect(await found({ [from]: Timestamp(early), [before]: second })).toEqual([small]);
        expect(await found({ [from]: second, [before]: Timestamp(253_402_300_800_000) })).toEqual([
          large,
        ]);
      }
      expect(await found({ totalMin: 416, totalMax: 999 })).toEqual([small]);
      expect(await found({ totalMin: 417, totalMax: 1000 })).toEqual([large]);
      expect(await found({ totalMin: 1001 })).toEqual([]);
    });

    test("sorts by each key, both ways, and walks each there and back", async () => {
      const ids: OrderId[] = [];
      // Totals come in pairs, so that ties are broken by id; numbers run against time.
      for (let index = 0; index < 6; index += 1) {
        const lines = [aGift({ unitPrice: 100 * Math.floor(index / 2), taxRate: 0 })];
        ids.push(await place(index, { number: `N-${9 - index}`, lines }));
      }
      for (const [by, ascending] of [
        ["createdAt", ids],
        ["placedAt", ids],
        ["total", ids],
        ["number", ids.toReversed()],
      ] as const)
        for (const direction of ["asc", "desc"] as const) {
          const expected = direction === "asc" ? ascending : ascending.toReversed();
          expect(await walk({ by, direction }, "next"), `${by} ${direction}`).toEqual(expected);
          expect(await walk({ by, direction }, "prev"), `${by} ${direction}`).toEqual(expected);
        }
    });

    /** Every id, by pages of 4, from the start or back from the end. */
    const walk = async (sort: OrderSort, along: "next" | "prev", filter: OrderFilter = {}) => {
      const page = (limit: number, from: Cursor<OrderPosition> | null) =>
        storage().orderQueries.list(tenantId, { filter, sort }, { limit, from });
      if (along === "next") {
        const first = await page(4, null);
        const second = await page(4, first.next);
        expect(second.next).toBeNull();
        return idsOf([...first.items, ...second.items]);
      }
      const head = await page(5, null);
      const last = await page(5, head.next);
      const back = await page(4, last.prev);
      const start = await page(4, back.prev);
      expect(start.prev).toBeNull();
      return idsOf([...start.items, ...back.items, ...last.items]);
    };

    test("pages within a filter, whichever", async () => {
      const product = aProduct(freshId());
      await storage().products.add({ tenantId, claim: null, product });
      const ids: OrderId[] = [];
      for (let second = 0; second < 6; second += 1)
        ids.push(
          await place(second, {
            lines: [lineOf(freshId(), product, 1), lineOf(freshId(), product, 1)],
            terms: { tags: ["gift"] },
          }),
        );
      for (const filter of [{ tag: "gift" }, { productId: product.id }, { channel: "web" }])
        for (const by of ["createdAt", "total"] as const)
          for (const along of ["next", "prev"] as const)
            expect(await walk({ by, direction: "asc" }, along, filter)).toEqual(ids);
    });

    test("pages within one value of a filter", async () => {
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
