import { type FeedPosition, TenantId } from "@ordo/application";
import { aPlacement, canceling, freshId, placing } from "@ordo/application/testing";
import { OrderId } from "@ordo/domain";
import { sql } from "kysely";
import { describe, expect, test, vi } from "vitest";
import { createDatabase } from "./database.ts";
import { feedQuery, makePostgresChangeFeed } from "./postgres-change-feed.ts";
import { explain } from "./testing/explain.ts";
import { useStorage } from "./testing/use-storage.ts";

describe("the change feed under writers", () => {
  const storage = useStorage();
  const place = async (tenantId: TenantId) => {
    const id = OrderId(freshId());
    await storage().orders.write(placing(tenantId, null, aPlacement(id)));
    return id;
  };

  /** A reader that goes by position alone, as a bigserial cursor would. */
  const naiveRead = async (tenantId: TenantId, after: number) => {
    const rows = await storage()
      .db.selectFrom("order_events")
      .select(["order_id", "version", "position"])
      .where("tenant_id", "=", tenantId)
      .where("position", ">", after)
      .orderBy("position")
      .limit(20)
      .execute();
    return rows;
  };

  test("an event that commits late is lost to a cursor by position, and not here", async () => {
    const tenantId = TenantId(freshId());
    const { changeFeed } = storage();
    const order = await place(tenantId);

    const late = await storage().inspectors.connect();
    await late.query("begin");
    await late.query(
      `insert into order_events (tenant_id, order_id, version, type, data, hash, actor_type, actor_id, at)
       select tenant_id, order_id, 2, type, data, hash, actor_type, actor_id, at
         from order_events where tenant_id = $1 and order_id = $2`,
      [tenantId, order],
    );
    await place(tenantId);

    // A writer of another test may hold back the first event for a moment.
    await vi.waitUntil(async () => (await changeFeed.read(tenantId, null, 20)).length > 0, 30_000);
    const naiveBefore = await naiveRead(tenantId, 0);
    const before = await changeFeed.read(tenantId, null, 20);
    const lag = await changeFeed.lag();
    const lagForLogin = await makePostgresChangeFeed(createDatabase(storage().inspectors)).lag();
    await late.query("commit");
    late.release();

    const naiveAfter = await naiveRead(tenantId, naiveBefore.at(-1)?.position ?? 0);
    const after = await changeFeed.read(tenantId, before.at(-1)?.position ?? null, 20);
    expect([...naiveBefore, ...naiveAfter]).toHaveLength(2);
    expect(before.map(({ version }) => version)).toEqual([1]);
    expect(after.map(({ version }) => version)).toEqual([2, 1]);
    expect(lag.transactions).toBeGreaterThan(0);
    expect(lag.milliseconds).toBeNull();
    expect(lagForLogin.milliseconds).toBeGreaterThan(0);
  });

  test("transactions whose ids and positions run against each other are told one after the other", async () => {
    const tenantId = TenantId(freshId());
    const { changeFeed } = storage();
    const order = await place(tenantId);
    const first = await storage().inspectors.connect();
    await first.query("begin; select pg_current_xact_id()");
    const other = await place(tenantId);
    await first.query(
      `insert into order_events (tenant_id, order_id, version, type, data, hash, actor_type, actor_id, at)
       select tenant_id, order_id, 2, type, data, hash, actor_type, actor_id, at
         from order_events where tenant_id = $1 and order_id = $2`,
      [tenantId, order],
    );
    await first.query("commit");
    first.release();

    await vi.waitUntil(async () => (await changeFeed.read(tenantId, null, 3)).length === 3, 30_000);
    const told: unknown[] = [];
    let after: FeedPosition | null = null;
    for (let read = 0; read < 3; read += 1)
      for (const { orderId, version, position } of await changeFeed.read(tenantId, after, 1)) {
        told.push([orderId, version]);
        after = position;
      }
    expect(told).toEqual([
      [order, 1],
      [order, 2],
      [other, 1],
    ]);
  });

  test("readers that follow many writers get every event once, and each order's in sequence", async () => {
    const tenantId = TenantId(freshId());
    const { changeFeed, db } = storage();
    const total = 8 * 15 * 2;
    const written = Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let index = 0; index < 15; index += 1) {
          const id = await place(tenantId);
          await storage().orders.write(canceling(tenantId, null, id));
        }
      }),
    );

    const seen: string[] = [];
    const versions = new Map<string, number>();
    let after: FeedPosition | null = null;
    const deadline = performance.now() + 45_000;
    while (seen.length < total && performance.now() < deadline)
      for (const { orderId, version, position } of await changeFeed.read(tenantId, after, 7)) {
        expect(version).toBe((versions.get(orderId) ?? 0) + 1);
        versions.set(orderId, version);
        seen.push(`${orderId}/${String(version)}`);
        after = position;
      }
    await written;
    expect(await changeFeed.read(tenantId, after, 7)).toEqual([]);
    const events = await db
      .selectFrom("order_events")
      .select(["order_id", "version"])
      .where("tenant_id", "=", tenantId)
      .execute();
    expect(seen).toHaveLength(total);
    expect(new Set(seen)).toEqual(
      new Set(events.map(({ order_id, version }) => `${order_id}/${version}`)),
    );
  });

  test("is read from its index, in its order", async () => {
    const { db, database } = storage();
    await sql`
      insert into order_events (tenant_id, order_id, version, type, data, hash, actor_type, actor_id, at)
      select tenant_id, order_id, version + n, type, data, hash, actor_type, actor_id, at
        from order_events, generate_series(1000, 1060) as n where version = 1`.execute(db);
    await sql`analyze order_events`.execute(db);
    const { rows } = await sql<{
      tenant_id: string;
    }>`select tenant_id from order_events limit 1`.execute(db);
    const tenantId = TenantId(rows[0]?.tenant_id ?? "");
    const application = database.forTenant(tenantId);
    const { scannedTables, rowsRead, rowsSorted, plan } = await explain(
      application,
      feedQuery(application, tenantId, "5.5", 50),
    );
    expect(plan).toContain("order_events_feed");
    expect(scannedTables).toEqual([]);
    expect(rowsSorted).toBe(0);
    expect(rowsRead).toBeLessThanOrEqual(51);
  });
});
