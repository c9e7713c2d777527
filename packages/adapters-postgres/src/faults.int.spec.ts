import { TenantId } from "@ordo/application";
import {
  aClaim,
  aPlacement,
  aStockedProduct,
  freshId,
  lineOf,
  placing,
} from "@ordo/application/testing";
import type { ProductId } from "@ordo/domain";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isDatabaseUnavailable } from "./is-database-unavailable.ts";
import { type Cut, startCuttingProxy } from "./testing/cutting-proxy.ts";
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
    closing.push(() => victim.pool.end());
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
    closing.push(() => victim.pool.end());
    await sql`select 1`.execute(victim.db);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ordo-idle'`.execute(
      db,
    );
    await vi.waitUntil(() => onConnectionLost.mock.calls.length === 1, 5_000);
    await sql`select 1`.execute(victim.db);
  });

  test.each<{ cut: Cut; left: typeof none; replayed: boolean }>([
    { cut: "before commit", left: none, replayed: false },
    { cut: "after commit", left: one, replayed: true },
  ])(
    "a connection cut $cut: the write fails, its retry has one effect",
    async ({ cut, left, replayed }) => {
      const proxy = await startCuttingProxy(storage().url);
      closing.push(() => proxy.close());
      const through = openStorage({ url: proxy.url, max: 2, applicationName: "ordo-proxied" });
      closing.push(() => through.pool.end());
      const { productId, request } = await aRequest();

      proxy.arm(cut);
      const failure = through.orders.write(request).catch((error: unknown) => error);
      expect(isDatabaseUnavailable(await failure)).toBe(true);
      expect(await effects(productId)).toEqual(left);

      const again = await through.orders.write(request);
      const oncemore = await through.orders.write(request);
      expect(again.replayed).toBe(replayed);
      expect(JSON.stringify(oncemore.result)).toBe(JSON.stringify(again.result));
      expect(await effects(productId)).toEqual(one);
    },
  );

  test("a connection whose query timed out is not used again", async () => {
    const timeouts = { query: 300, statement: 299, lock: 298 };
    const { url } = storage();
    const impatient = openStorage({ url, max: 1, applicationName: "ordo-impatient", timeouts });
    closing.push(() => impatient.pool.end());
    const pid = async () =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(impatient.db)).rows[0]
        ?.pid;
    const before = await pid();
    // The server would cancel first; told not to, it leaves the answer outstanding.
    await sql`set statement_timeout = 0`.execute(impatient.db);
    await expect(sql`select pg_sleep(5)`.execute(impatient.db)).rejects.toThrow("timeout");
    expect(await pid()).not.toBe(before);
  });

  test("an aborted transaction is an error, though the server answers its COMMIT", async () => {
    const { db } = storage();
    const swallowed = db.transaction().execute(async (trx) => {
      await sql`select 1 / 0`.execute(trx).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow("rolled back instead of committed");
  });
});
