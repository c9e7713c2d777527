import { TenantId } from "@ordo/application";
import {
  aClaim,
  aPlacement,
  aStockedProduct,
  canceling,
  freshId,
  lineOf,
  placing,
} from "@ordo/application/testing";
import { OrderId } from "@ordo/domain";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isDatabaseUnavailable, isTurnedAway } from "./is-database-unavailable.ts";
import { startCuttingProxy } from "./testing/cutting-proxy.ts";
import { openStorage, type Storage, useStorage } from "./testing/use-storage.ts";

const count = 30;
const soon = () => Date.now() + 300;

describe("deadlines", () => {
  const storage = useStorage();
  let tenantId: TenantId;
  const closing: (() => Promise<void>)[] = [];
  beforeEach(() => {
    tenantId = TenantId(freshId());
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const atOnce = <T>(
    make: (n: number) => Promise<T>,
  ): Promise<readonly PromiseSettledResult<T>[]> =>
    Promise.allSettled(Array.from({ length: count }, (_, n) => make(n)));
  const reasons = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
    outcomes.map((outcome): unknown => (outcome.status === "rejected" ? outcome.reason : outcome));
  const written = async () => {
    const rows = async (table: "orders" | "order_events" | "idempotency_keys") =>
      (
        await storage()
          .db.selectFrom(table)
          .select("tenant_id")
          .where("tenant_id", "=", tenantId)
          .execute()
      ).length;
    return [await rows("orders"), await rows("order_events"), await rows("idempotency_keys")];
  };
  const opened = (options: { readonly max: number; readonly url?: string }): Storage => {
    const other = openStorage({ url: storage().url, applicationName: "ordo-deadline", ...options });
    closing.push(() => other.close());
    return other;
  };

  test("behind a lock that is not given all end while it is held, and nothing of them is done later", async () => {
    const { db, orders, products } = storage();
    const product = aStockedProduct(freshId(), 1_000);
    await products.add({ tenantId, claim: null, product });
    const blocker = await db.startTransaction().execute();
    await sql`select from products where id = ${product.id} for update`.execute(blocker);
    const lines = [lineOf(freshId(), product, 1)];
    const outcomes = await atOnce((n) => {
      const write = placing(tenantId, aClaim(`k${String(n)}`), aPlacement(freshId(), { lines }));
      return orders.write({ ...write, deadline: soon() });
    });
    // The lock is still held: it was their deadlines that ended them.
    expect(reasons(outcomes).filter((reason) => !isDatabaseUnavailable(reason))).toEqual([]);
    await blocker.rollback().execute();
    const last = await orders.write(
      placing(tenantId, aClaim("last"), aPlacement(freshId(), { lines })),
    );
    expect(last.result.isOk()).toBe(true);
    expect(await written()).toEqual([1, 1, 1]);
    expect((await products.find(tenantId, product.id))?.inventory.reserved).toBe(1);
  });

  test("where no connection is free, writes, searches and lists end while none is, and take none later", async () => {
    const { orders, orderQueries, pool } = opened({ max: 2 });
    const held = [await pool.connect(), await pool.connect()];
    const page = { limit: 1, from: null };
    const query = { filter: {}, sort: { by: "createdAt", direction: "desc" } } as const;
    const outcomes = await Promise.all([
      atOnce((n) =>
        orders.write({
          ...placing(tenantId, aClaim(`k${String(n)}`), aPlacement(freshId())),
          deadline: soon(),
        }),
      ),
      atOnce(() => orders.find(tenantId, OrderId(freshId()), soon())),
      atOnce(() => orderQueries.list(tenantId, query, page, soon())),
    ]);
    expect(reasons(outcomes.flat()).filter((reason) => !isTurnedAway(reason))).toEqual([]);
    for (const client of held) client.release();
    await vi.waitUntil(() => pool.waitingCount === 0 && pool.idleCount === pool.totalCount, 5_000);
    const last = await orders.write(placing(tenantId, aClaim("last"), aPlacement(freshId())));
    expect(last.result.isOk()).toBe(true);
    expect(await written()).toEqual([1, 1, 1]);
  });

  test("behind a black hole what was not sent ends, and is not done when the wire is back; what was, its key tells", async () => {
    const proxy = await startCuttingProxy(storage().url);
    closing.push(() => proxy.close());
    const { orders, pool } = opened({ max: 2, url: proxy.url });
    // Connected, so that it is the write itself that goes into the hole.
    await Promise.all([pool.query("select 1"), pool.query("select 1")]);
    const hole = proxy.swallow();
    const requests = Array.from({ length: count }, (_, n) =>
      placing(tenantId, aClaim(`k${String(n)}`), aPlacement(freshId())),
    );
    // Two tenants of two lanes: these are sent.
    const sent = orders.write({
      ...placing(tenantId, aClaim("sent"), aPlacement(freshId())),
      deadline: soon(),
    });
    const other = orders.write({
      ...placing(TenantId(freshId()), aClaim("sent"), aPlacement(freshId())),
      deadline: soon(),
    });
    const ended = Promise.allSettled([sent, other]);
    await new Promise((resolve) => setImmediate(resolve));
    const outcomes = await Promise.allSettled(
      requests.map((request) => orders.write({ ...request, deadline: soon() })),
    );
    expect(reasons(outcomes).filter((reason) => !isTurnedAway(reason))).toEqual([]);
    hole.cut();
    const [first] = await ended;
    // It was sent: nobody may say that nothing was done.
    expect(first.status === "rejected" && isTurnedAway(first.reason)).toBe(false);
    expect(await written()).toEqual(first.status === "fulfilled" ? [1, 1, 1] : [0, 0, 0]);
    const again = await Promise.all(requests.map((request) => orders.write(request)));
    expect(again.filter(({ result, replayed }) => result.isErr() || replayed)).toEqual([]);
  });

  test("the second part of what was begun is not said to be undone", async () => {
    const { orders } = storage();
    const orderId = OrderId(freshId());
    await orders.write(placing(tenantId, null, aPlacement(orderId)));
    const write = { ...canceling(tenantId, aClaim("k1"), orderId), deadline: 0 };
    const [plain, continued] = await Promise.allSettled([
      orders.write(write),
      orders.write({ ...write, continues: true }),
    ]);
    const [one, two] = reasons([plain, continued]);
    expect([isTurnedAway(one), isTurnedAway(two)]).toEqual([true, false]);
    expect([isDatabaseUnavailable(one), isDatabaseUnavailable(two)]).toEqual([true, true]);
  });
});
