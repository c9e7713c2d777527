import {
  newestFirst,
  type OrderFilter,
  type OrderPosition,
  type OrderSort,
  type PageRequest,
  TenantId,
} from "@ordo/application";
import { freshId } from "@ordo/application/testing";
import { CustomerId, OrderId, ProductId, Timestamp } from "@ordo/domain";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { asSweeper } from "./connection/as-sweeper.ts";
import { pageQuery } from "./order-list/page-query.ts";
import { dueQuery } from "./postgres-due-orders.ts";
import { dueTenantsQuery } from "./postgres-due-tenants.ts";
import { explain } from "./testing/explain.ts";
import { fillOrders, fillOtherTenants } from "./testing/fill-orders.ts";
import { useStorage } from "./testing/use-storage.ts";

const orders = 200_000;
const limit = 50;
const second = (n: number) => Timestamp((1_767_225_600 + n) * 1000);

/** Somewhere in the middle of each list. */
const middle: Readonly<Record<OrderSort["by"], OrderPosition["key"]>> = {
  createdAt: second(orders / 2),
  placedAt: second(orders / 2),
  total: 50_000,
  number: "5",
};
const pagesOf = ({ by }: OrderSort): readonly PageRequest<OrderPosition>["from"][] => {
  const position = { key: middle[by], id: OrderId("80000000-0000-7000-8000-000000000000") };
  return [null, { direction: "after", position }, { direction: "before", position }];
};

const product = ProductId("cfcd2084-95d5-65ef-66e7-dff9f98764da");
const filters = {
  "by a common status": { status: "pending" },
  "by a rare status": { status: "canceled" },
  "by a common payment status": { paymentStatus: "paid" },
  "by a rare payment status": { paymentStatus: "unpaid" },
  "by a common fulfillment status": { fulfillmentStatus: "delivered" },
  "by a rare fulfillment status": { fulfillmentStatus: "shipped" },
  "by no refund": { refundStatus: "none" },
  "by a refund status": { refundStatus: "partial" },
  "by no return": { returnStatus: "none" },
  "by a return status": { returnStatus: "returned" },
  "by customer": { customerId: CustomerId("cfcd2084-95d5-65ef-66e7-dff9f98764da") },
  "by channel": { channel: "pos" },
  "by email": { email: "7@EXAMPLE.com" },
  "by a common tag": { tag: "gift" },
  "by a rare tag": { tag: "recall" },
  "by product": { productId: product },
  "by creation time": { createdFrom: second(70_000), createdBefore: second(130_000) },
  "by placement time": { placedFrom: second(70_000), placedBefore: second(130_000) },
  "by total": { totalMin: 20_000, totalMax: 80_000 },
  "by product and tag": { productId: product, tag: "gift" },
} as const satisfies Record<string, OrderFilter>;

/** Combinations that docs/decisions/0010 warns of. */
const readsThrough: ReadonlySet<string> = new Set([
  "by a rare tag",
  "by creation time",
  "by placement time",
  "by product and tag",
]);
const allFilters: Readonly<Record<string, OrderFilter>> = filters;

describe(`a page out of ${orders.toLocaleString("en")} orders`, () => {
  const storage = useStorage();
  const tenantId = TenantId(freshId());
  beforeAll(() => fillOrders(storage().url, tenantId, orders), 300_000);

  /** As the application, so under row-level security. */
  const explained = (
    filter: OrderFilter,
    sort: OrderSort,
    from: PageRequest<OrderPosition>["from"] = null,
  ) => {
    const db = storage().database.forTenant(tenantId);
    return explain(db, pageQuery(db, tenantId, { filter, sort }, { limit, from }));
  };

  test.each(Object.entries(filters).filter(([name]) => name !== "by placement time"))(
    "newest first, %s is read from an index in its order, and little more than it",
    async (_name, filter) => {
      for (const from of pagesOf(newestFirst)) {
        const { scannedTables, rowsRead, rowsSorted, plan } = await explained(
          filter,
          newestFirst,
          from,
        );
        expect(scannedTables, plan).toEqual([]);
        expect(rowsSorted, plan).toBeLessThanOrEqual(limit + 1);
        expect(rowsRead, plan).toBeLessThanOrEqual(20 * limit);
      }
    },
  );

  test.each(
    (["createdAt", "placedAt", "total", "number"] as const).flatMap((by) =>
      (["asc", "desc"] as const).map((direction) => ({ by, direction })),
    ),
  )(
    "sorted by $by $direction it is read from an index in its order, and no more than it",
    async (sort) => {
      for (const from of pagesOf(sort)) {
        const { scannedTables, rowsRead, rowsSorted, plan } = await explained({}, sort, from);
        expect(scannedTables, plan).toEqual([]);
        expect(rowsSorted, plan).toBe(0);
        expect(rowsRead, plan).toBeLessThanOrEqual(limit + 1);
      }
    },
  );

  // Either the sort's index is read until the page is full, or the filter's rows are sorted; the cheaper of
  // the two is at worst the geometric mean, √(page × orders).
  test.each(Object.entries(filters).filter(([name]) => !readsThrough.has(name)))(
    "%s in any sort reads no table, and not much more than √(page × orders)",
    async (_name, filter) => {
      for (const by of ["placedAt", "total", "number"] as const) {
        const { scannedTables, rowsRead, plan } = await explained(filter, {
          by,
          direction: "desc",
        });
        expect(scannedTables, plan).toEqual([]);
        expect(rowsRead, plan).toBeLessThanOrEqual(4 * Math.sqrt(limit * orders));
      }
    },
  );

  test.each([...readsThrough].map((name) => [name, allFilters[name]] as const))(
    "%s in another sort than its own reads through that sort's index, and no table",
    async (_name, filter) => {
      for (const by of ["createdAt", "placedAt", "total"] as const) {
        const { scannedTables, plan } = await explained(filter ?? {}, { by, direction: "desc" });
        expect(scannedTables, plan).toEqual([]);
      }
    },
  );

  test("by number is one look into the unique index", async () => {
    const { rowsRead, plan } = await explained({ number: "77" }, newestFirst);
    expect(plan).toContain("orders_number_key");
    expect(rowsRead).toBe(1);
  });

  test("and what no index answers is found out", async () => {
    const query = sql`select state from orders where version > 0 order by version`;
    const { scannedTables, rowsSorted } = await explain(storage().db, query);
    expect(scannedTables).toEqual(["orders"]);
    expect(rowsSorted).toBe(orders);
  });

  describe("that is due", () => {
    const end = second(orders);
    /** Tenants whose only order has its deadline ahead, or behind. */
    const [waiting, due] = [500, 20];
    beforeAll(() => fillOtherTenants(storage().url, { waiting, due }), 60_000);

    test.each([
      ["expires_at", "orders_expirable"],
      ["unsettled_since", "orders_unsettled"],
    ] as const)(
      "by %s is read from %s, in its order, and no more than it",
      async (column, index) => {
        const db = storage().database.forTenant(tenantId);
        const inTheMiddle = { id: OrderId(freshId()), dueAt: second(orders / 2) };
        for (const after of [null, inTheMiddle]) {
          const query = dueQuery(db, tenantId, column, end, { limit, after });
          const { scannedTables, rowsRead, rowsSorted, plan } = await explain(db, query);
          expect(plan).toContain(index);
          expect(scannedTables, plan).toEqual([]);
          expect(rowsSorted, plan).toBe(0);
          expect(rowsRead, plan).toBe(limit);
        }
      },
    );

    test("is found by one look for each tenant with a deadline, however many orders it has", async () => {
      const page = { limit: 1_000, after: null };
      const query = dueTenantsQuery("expires_at", end, page);
      const { scannedTables, rowsRead, plan } = await asSweeper(storage().database, (trx) =>
        explain(trx, query),
      );
      expect(plan).toContain("orders_expirable");
      expect(scannedTables, plan).toEqual([]);
      // Of each an entry of the index, a row that goes round, and a row that comes out; and it begins and ends.
      expect(rowsRead, plan).toBeLessThanOrEqual(3 * (2 + waiting + due));
      expect(await storage().dueTenants.expirable(end, page)).toHaveLength(1 + due);
    });

    test("and without its index is found out", async () => {
      const { rowsSorted } = await storage()
        .db.transaction()
        .execute(async (trx) => {
          await sql`drop index orders_expirable`.execute(trx);
          const query = dueQuery(trx, tenantId, "expires_at", end, { limit, after: null });
          const found = await explain(trx, query);
          await sql`rollback`.execute(trx);
          return found;
        });
      expect(rowsSorted).toBeGreaterThan(limit);
    });
  });
});
