import { TenantId } from "@ordo/application";
import {
  aClaim,
  aPlacement,
  aStockedProduct,
  freshId,
  lineOf,
  placing,
} from "@ordo/application/testing";
import { ProductId } from "@ordo/domain";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isDatabaseUnavailable } from "./is-database-unavailable.ts";
import { type Cut, startCuttingProxy } from "./testing/cutting-proxy.ts";
import { createPool } from "./pool.ts";
import { openStorage, useStorage } from "./testing/use-storage.ts";

describe("faults", () => {
  const storage = useStorage();
  let tenantId: TenantId;
  const closing: (() => Promise<void>)[] = [];
  beforeEach(() => {
    tenantId = TenantId(freshId());
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const aRequest = async () => {
    const product = aStockedProduct(freshId(), 5);
    await storage().products.add({ tenantId, claim: null, product });
    const lines = [lineOf(freshId(), product, 1)];
    const command = aPlacement(freshId(), { lines });
    return { productId: product.id, request: placing(tenantId, aClaim("k1"), command) };
  };
  const effects = async (productId: ProductId) => {
    const { db, products } = storage();
    const count = async (table: "orders" | "order_lines" | "order_events" | "idempotency_keys") =>
      (await db.selectFrom(table).select("tenant_id").where("tenant_id", "=", tenantId).execute())
        .length;
    return {
      orders: await count("orders"),
      lines: await count("order_lines"),
      events: await count("order_events"),
      keys: await count("idempotency_keys"),
      reserved: (await products.find(tenantId, productId))?.inventory.reserved,
    };
  };
  const none = { orders: 0, lines: 0, events: 0, keys: 0, reserved: 0 };
  const one = { orders: 1, lines: 1, events: 1, keys: 1, reserved: 1 };

  test("a backend killed in mid-transaction leaves nothing half-done, and the pool recovers", async () => {
    const { url, db } = storage();
    const victim = openStorage({ url, max: 1, applicationName: "ordo-victim" });
    closing.push(() => victim.close());
    const { productId, request } = await aRequest();

    // The order's product is locked by another, so the write stands still with its key claimed.
    const blocker = await db.startTransaction().execute();
    await sql`select from products where id = ${productId} for update`.execute(blocker);
    const write = victim.orders.write(request);
    const failure = write.catch((error: unknown) => error);
    await vi.waitUntil(async () => {
      const { rows } = await sql<{ killed: boolean }>`
        select pg_terminate_backend(pid) as killed from pg_stat_activity
         where application_name = 'ordo-victim' and wait_event_type = 'Lock'`.execute(db);
      return rows[0]?.killed === true;
    }, 5_000);
    expect(isDatabaseUnavailable(await failure)).toBe(true);
    await blocker.rollback().execute();

    expect(await effects(productId)).toEqual(none);
    const again = await victim.orders.write(request);
    expect([again.result.isOk(), again.replayed]).toEqual([true, false]);
    expect(await effects(productId)).toEqual(one);
  });

  test("an idle connection that breaks is reported and replaced", async () => {
    const { url, db } = storage();
    const onConnectionLost = vi.fn<(error: Error) => void>();
    const victim = openStorage({ url, max: 1, applicationName: "ordo-idle", onConnectionLost });
    closing.push(() => victim.close());
    await sql`select 1`.execute(victim.database);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ordo-idle'`.execute(
      db,
    );
    await vi.waitUntil(() => onConnectionLost.mock.calls.length === 1, 5_000);
    await sql`select 1`.execute(victim.database);
  });

  const proxied = async () => {
    const proxy = await startCuttingProxy(storage().url);
    closing.push(() => proxy.close());
    const through = openStorage({ url: proxy.url, max: 2, applicationName: "ordo-proxied" });
    closing.push(() => through.close());
    return { proxy, orders: through.orders };
  };

  test.each<{ cut: Cut; replayed: boolean }>([
    { cut: "before commit", replayed: false },
    { cut: "after commit", replayed: true },
  ])(
    "a connection cut $cut: under its key the write is tried again, with one effect",
    async (fault) => {
      const { proxy, orders } = await proxied();
      const { productId, request } = await aRequest();
      proxy.arm(fault.cut);
      const outcome = await orders.write(request);
      const again = await orders.write(request);
      expect([outcome.result.isOk(), outcome.replayed]).toEqual([true, fault.replayed]);
      expect(JSON.stringify(again.result)).toBe(JSON.stringify(outcome.result));
      expect(await effects(productId)).toEqual(one);
    },
  );

  test.each<{ cut: Cut; left: Partial<typeof none> }>([
    { cut: "before commit", left: none },
    { cut: "after commit", left: { ...one, keys: 0 } },
  ])("a connection cut $cut: without a key the write fails, all or nothing", async (fault) => {
    const { proxy, orders } = await proxied();
    const { productId, request } = await aRequest();
    proxy.arm(fault.cut);
    const failure = await orders
      .write({ ...request, claim: null })
      .catch((error: unknown) => error);
    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(await effects(productId)).toEqual(fault.left);
  });

  test.each<{ cut: Cut; replayed: number }>([
    { cut: "before commit", replayed: 0 },
    { cut: "after commit", replayed: 20 },
  ])("a connection cut $cut under a batch: each of its writes has one effect", async (fault) => {
    const { proxy, orders } = await proxied();
    proxy.arm(fault.cut, "ordo_append");
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        orders.write(placing(tenantId, aClaim(`k${String(n)}`), aPlacement(freshId()))),
      ),
    );
    expect(outcomes.every(({ result }) => result.isOk())).toBe(true);
    expect(outcomes.filter(({ replayed }) => replayed)).toHaveLength(fault.replayed);
    const { orders: count, events, keys } = await effects(ProductId(freshId()));
    expect({ count, events, keys }).toEqual({ count: 20, events: 20, keys: 20 });
  });

  test("a connection whose query timed out is not used again", async () => {
    const timeouts = { query: 300, statement: 299, lock: 298 };
    const { url } = storage();
    const impatient = openStorage({ url, max: 1, applicationName: "ordo-impatient", timeouts });
    closing.push(() => impatient.close());
    const pid = async () =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(impatient.database))
        .rows[0]?.pid;
    const before = await pid();
    // The server would cancel first; told not to, it leaves the answer outstanding.
    await sql`set statement_timeout = 0`.execute(impatient.database);
    await expect(sql`select pg_sleep(5)`.execute(impatient.database)).rejects.toThrow("timeout");
    expect(await pid()).not.toBe(before);
  });

  test("a server that takes no writes is refused, until it does", async () => {
    const { url, inspectors } = storage();
    const name = new URL(url).pathname.slice(1);
    const pool = createPool({ url, max: 1, applicationName: "ordo-failover" });
    closing.push(() => pool.end());
    await inspectors.query(`alter database "${name}" set default_transaction_read_only = on`);
    const failure = await pool.connect().catch((error: unknown) => error);
    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(pool.totalCount).toBe(0);
    await inspectors.query(`alter database "${name}" reset default_transaction_read_only`);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  test("an aborted transaction is an error, though the server answers its COMMIT", async () => {
    const { db } = storage();
    const swallowed = db.transaction().execute(async (trx) => {
      await sql`select 1 / 0`.execute(trx).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow("rolled back instead of committed");
  });
});
