import {
  type Cursor,
  maxPageBytes,
  newestFirst,
  type OrderPosition,
  TenantId,
} from "@ordo/application";
import { aPlacement, freshId, placing } from "@ordo/application/testing";
import { OrderId, Timestamp } from "@ordo/domain";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { useStorage } from "./testing/use-storage.ts";

describe("an order that is larger than a page may be", () => {
  const storage = useStorage();
  const tenantId = TenantId(freshId());
  const newest = OrderId(freshId());
  const giant = OrderId(freshId());
  const oldest = OrderId(freshId());

  beforeAll(async () => {
    for (const [second, id] of [oldest, giant, newest].entries()) {
      const command = aPlacement(id, { at: Timestamp(1_767_225_600_000 + second * 1_000) });
      await storage().orders.write(placing(tenantId, null, command));
    }
    await sql`
      update orders
         set state = jsonb_set(state::jsonb, '{note}', to_jsonb(repeat('x', ${maxPageBytes})))::json
       where id = ${giant}`.execute(storage().db);
  });

  const page = async (from: Cursor<OrderPosition> | null) => {
    const query = { filter: {}, sort: newestFirst };
    const found = await storage().orderQueries.list(tenantId, query, { limit: 10, from });
    return { ...found, ids: found.items.map(({ id }) => id) };
  };

  test("is a page by itself, and the list goes on behind it in both directions", async () => {
    const first = await page(null);
    const second = await page(first.next);
    const third = await page(second.next);
    expect([first.ids, second.ids, third.ids]).toEqual([[newest], [giant], [oldest]]);
    expect(third.next).toBeNull();
    const back = await page(third.prev);
    const start = await page(back.prev);
    expect([back.ids, start.ids]).toEqual([[giant], [newest]]);
    expect(start.prev).toBeNull();
  });

  test("does not end an export", async () => {
    const exported: string[] = [];
    for await (const { id } of storage().orderExport.stream(tenantId, {})) exported.push(id);
    expect(exported).toEqual([newest, giant, oldest]);
  });
});
