import { aPlacement, freshId, placing } from "@ordo/application/testing";
import { type OrderWrite, TenantId } from "@ordo/application";
import { decide, OrderId, PaymentId, Timestamp } from "@ordo/domain";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { migrateDown, migrateToLatest, migrationStatus } from "./migrate.ts";
import { advisoryLock } from "./migration-database.ts";
import { migrations } from "./migrations/index.ts";
import { createApiLogin } from "./testing/api-login.ts";
import { describeSchema } from "./testing/describe-schema.ts";
import { verifyOrders } from "./verify/verify-orders.ts";
import { createPool } from "./pool.ts";
import { useStorage } from "./testing/use-storage.ts";

const names = Object.keys(migrations);

const noon = Timestamp(1_767_225_600_000);

/** A payment of half of what {@link aPlacement} comes to. */
const paying = (tenantId: TenantId, orderId: OrderId): OrderWrite => ({
  tenantId,
  orderId,
  claim: null,
  decide: (order) =>
    decide(order, {
      type: "recordPayment",
      at: noon,
      actor: { type: "user", id: "clerk" },
      paymentId: PaymentId(freshId()),
      amount: 208,
      provider: "manual",
      reference: null,
      capture: true,
    }),
});

/** One that its provider has not answered yet. */
const authorizing = (tenantId: TenantId, orderId: OrderId): OrderWrite => ({
  tenantId,
  orderId,
  claim: null,
  decide: (order) =>
    decide(order, {
      type: "authorizePayment",
      at: noon,
      actor: { type: "user", id: "clerk" },
      paymentId: PaymentId(freshId()),
      amount: 100,
      provider: "simulated",
      reference: null,
      capture: false,
    }),
});

const allDown = async (url: string): Promise<void> => {
  while ((await migrateDown(url)) !== undefined);
};

describe("migrations", () => {
  const storage = useStorage();

  test("are shown to the API's login, which may do nothing else with them", async () => {
    const { db, url } = storage();
    const login = await createApiLogin(db, url);
    const shown = await migrationStatus(login.url);
    expect(shown.every(({ applied }) => applied)).toBe(true);
    const pool = createPool({ url: login.url, max: 1 });
    const rewriting = pool.query("delete from kysely_migration");
    await expect(rewriting).rejects.toThrow("permission denied");
    await pool.end();
    await login.drop();
  });

  test("go up, down and up again, also over data, and end at the same schema", async () => {
    const { url, db, orders } = storage();
    const before = await describeSchema(db);
    expect(before.length).toBeGreaterThan(50);
    await orders.write(placing(TenantId(freshId()), null, aPlacement(freshId())));

    await allDown(url);
    expect(await describeSchema(db)).toEqual([]);
    expect((await migrationStatus(url)).map(({ applied }) => applied)).toEqual(
      names.map(() => false),
    );

    const applied = await migrateToLatest(url);
    expect(applied).toEqual(names.map((name) => ({ name, direction: "up" })));
    expect(await describeSchema(db)).toEqual(before);
    expect(await migrationStatus(url)).toEqual(names.map((name) => ({ name, applied: true })));
  });

  test("have nothing to do on the newest schema", async () => {
    expect(await migrateToLatest(storage().url)).toEqual([]);
  });

  test("have nothing to do on the schema of a later release, which this one can still run on", async () => {
    const { url, db } = storage();
    await sql`
      insert into kysely_migration (name, timestamp)
      values ('9999-later', ${new Date().toISOString()})`.execute(db);
    try {
      expect(await migrateToLatest(url)).toEqual([]);
    } finally {
      await sql`delete from kysely_migration where name = '9999-later'`.execute(db);
    }
  });

  test("run once when many instances start at once", async () => {
    const { url } = storage();
    await allDown(url);
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrateToLatest(url)));
    expect(applied.flat().map(({ name }) => name)).toEqual(names);
  });

  test("wait for an instance that migrates, without holding a snapshot", async () => {
    const { url, db } = storage();
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query(`select pg_advisory_lock(${String(advisoryLock)})`);
    const messages: string[] = [];
    const waiting = migrateToLatest(url, (message) => messages.push(message));
    await vi.waitUntil(() => messages.length > 0, 5_000);
    const { rows } = await sql<{ held: boolean }>`
      select bool_or(backend_xmin is not null) as held from pg_stat_activity
       where application_name = 'ordo-migrate'`.execute(db);
    await other.end();
    expect(await waiting).toEqual([]);
    expect(messages).toEqual(["another instance migrates, waiting for it"]);
    expect(rows).toEqual([{ held: false }]);
  });

  test("give way to who uses a table, and try again", async () => {
    const { url } = storage();
    // The last one needs none of these tables.
    expect((await migrateDown(url))?.name).toBe("0018-migrations-shown");
    const reader = new pg.Client({ connectionString: url });
    await reader.connect();
    await reader.query(
      "begin; lock table products, orders, order_events, idempotency_keys in access share mode",
    );
    const messages: string[] = [];
    const undone = await migrateDown(url, (message) => {
      messages.push(message);
      if (messages.length === 1) void reader.end();
    });
    expect(undone?.name).toBe("0017-due-indexes");
    expect(messages[0]).toContain("a table is in use");
    await migrateToLatest(url);
  });

  test("fill new columns for the orders that are there, across batches and tenants", async () => {
    const { url, database, db, orders } = storage();
    await migrateToLatest(url);
    const tenants = [TenantId(freshId()), TenantId(freshId())];
    for (const tenantId of tenants)
      for (let index = 0; index < 3; index += 1) {
        const orderId = OrderId(freshId());
        const placement = { ...aPlacement(orderId), expiresAt: Timestamp(noon + 1) };
        await orders.write({
          ...placing(tenantId, null, aPlacement(orderId)),
          decide: (order) => decide(order, placement),
        });
        await orders.write(paying(tenantId, orderId));
        await orders.write(authorizing(tenantId, orderId));
      }
    while ((await migrateDown(url))?.name !== "0007-order-list-columns");
    await migrateToLatest(url);
    for (const tenantId of tenants) {
      const batches: unknown[] = [];
      for await (const batch of verifyOrders(database, tenantId)) batches.push(batch);
      expect(batches).toEqual([{ verified: 3, faulty: [] }]);
    }
    const { rows: filled } = await sql`
      select distinct payment_status, captured, refund_status, expires_at, unsettled_since from orders
       where tenant_id = any(${tenants}::uuid[])`.execute(db);
    expect(filled).toEqual([
      {
        payment_status: "partially_paid",
        captured: 208,
        refund_status: "none",
        expires_at: noon + 1,
        unsettled_since: noon,
      },
    ]);
    const { rows } = await sql`
      select relname from pg_class where relrowsecurity and not relforcerowsecurity`.execute(db);
    expect(rows).toEqual([]);
  });

  test("let writers go on while an index is built, and build it anew after a failure", async () => {
    const { url, db, orders } = storage();
    await migrateToLatest(url);
    while ((await migrateDown(url))?.name !== "0017-due-indexes");

    const writer = new pg.Client({ connectionString: url });
    await writer.connect();
    await writer.query("begin; lock table orders in row exclusive mode");
    const messages: string[] = [];
    let leftInvalid = false;
    const migrated = migrateToLatest(url, (message) => {
      messages.push(message);
      if (messages.length === 1) void afterFailure();
    });
    const afterFailure = async () => {
      leftInvalid = await isInvalid();
      await writer.query("commit");
      await writer.end();
    };
    const isInvalid = async () => {
      const { rows } = await sql<{ invalid: boolean }>`
        select not indisvalid as invalid from pg_index
         where indexrelid = to_regclass('orders_expirable')`.execute(db);
      return rows[0]?.invalid === true;
    };
    const { result } = await orders.write(
      placing(TenantId(freshId()), null, aPlacement(freshId())),
    );
    expect(result.isOk()).toBe(true);

    expect((await migrated).map(({ name }) => name)).toEqual([
      "0017-due-indexes",
      "0018-migrations-shown",
    ]);
    expect(messages[0]).toContain("a table is in use");
    expect(leftInvalid).toBe(true);
    expect(await isInvalid()).toBe(false);
  });
});
