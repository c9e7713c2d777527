import {
  type OrderFilter,
  type OrderPosition,
  type PageRequest,
  TenantId,
} from "@ordo/application";
import { freshId } from "@ordo/application/testing";
import { CustomerId, OrderId, Timestamp } from "@ordo/domain";
import { beforeAll, describe, expect, test } from "vitest";
import { pageQuery } from "./postgres-order-queries.ts";
import { fillOrders } from "./testing/fill-orders.ts";
import { useStorage } from "./testing/use-storage.ts";

const orders = 20_000;
const position: OrderPosition = {
  createdAt: Timestamp((1_767_225_600 + orders / 2) * 1000),
  id: OrderId("80000000-0000-7000-8000-000000000000"),
};
const pages: readonly PageRequest<OrderPosition>["from"][] = [
  null,
  { direction: "after", position },
  { direction: "before", position },
];

/** What a page must not do: read the table, collect rows first, or put them in order itself. */
const costly = /Seq Scan|Bitmap|Sort/;

describe(`a page out of ${String(orders)} orders`, () => {
  const storage = useStorage();
  const tenantId = TenantId(freshId());
  beforeAll(() => fillOrders(storage().db, tenantId, orders));

  const planOf = async (query: string, parameters: readonly unknown[] = []) => {
    const { rows } = await storage().pool.query<{ "QUERY PLAN": string }>(
      `explain (analyze, costs off, timing off, buffers off) ${query}`,
      [...parameters],
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  const rowsRemovedIn = (plan: string) =>
    [...plan.matchAll(/Rows Removed by .*: (\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);

  test.each<[string, OrderFilter]>([
    ["of all", {}],
    ["by a common status", { status: "pending" }],
    ["by a rare status", { status: "canceled" }],
    ["by customer", { customerId: CustomerId("cfcd2084-95d5-65ef-66e7-dff9f98764da") }],
    ["by channel", { channel: "pos" }],
    ["by email", { email: "7@EXAMPLE.com" }],
    ["by email and status", { email: "7@example.com", status: "pending" }],
  ])("%s is read from an index, in its order, and little more than it", async (_what, filter) => {
    for (const from of pages) {
      const query = pageQuery(storage().db, tenantId, filter, { limit: 50, from }).compile();
      const plan = await planOf(query.sql, query.parameters);
      expect(plan).not.toMatch(costly);
      expect(rowsRemovedIn(plan)).toBeLessThan(50);
    }
  });

  test("by number is one look into the unique index", async () => {
    const page = { limit: 50, from: null };
    const query = pageQuery(storage().db, tenantId, { number: "77" }, page).compile();
    expect(await planOf(query.sql, query.parameters)).toContain("orders_number_key");
  });

  test("and what no index answers is found out", async () => {
    expect(await planOf("select state from orders where total > 0 order by total")).toMatch(costly);
  });
});
