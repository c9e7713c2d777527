import { randomUUID } from "node:crypto";
import { idempotencyRetentionDays, TenantId } from "@ordo/application";
import { aClaim, aPlacement, canceling, freshId, placing } from "@ordo/application/testing";
import { decide, OrderId, Timestamp } from "@ordo/domain";
import { type RawBuilder, sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { applicationRole } from "./application-role.ts";
import { asSweeper } from "./connection/as-sweeper.ts";
import { createDatabase } from "./database.ts";
import { migrateToLatest } from "./migrate.ts";
import { createPool } from "./pool.ts";
import { makePostgresDueTenants } from "./postgres-due-tenants.ts";
import { sweeperRole } from "./sweeper-role.ts";
import { useStorage } from "./testing/use-storage.ts";

const noon = Timestamp(1_767_225_600_000);
const minute = 60_000;
const retention = idempotencyRetentionDays * 86_400_000;
const page = { limit: 1_000, after: null };

describe("the sweeper", () => {
  const storage = useStorage();
  let tenantId: TenantId;
  beforeEach(() => {
    tenantId = TenantId(freshId());
  });

  const place = async (expiresAt: Timestamp | null, key: string | null = null) => {
    const orderId = OrderId(freshId());
    const placement = { ...aPlacement(orderId), expiresAt };
    await storage().orders.write({
      ...placing(tenantId, key === null ? null : aClaim(key), aPlacement(orderId)),
      decide: (order) => decide(order, placement),
    });
    return orderId;
  };
  const sweep = <Row>(statement: RawBuilder<Row>) =>
    asSweeper(storage().database, async (trx) => (await statement.execute(trx)).rows);
  /** As a bug might: with a tenant named first, so that the tenant's own policy lets rows through. */
  const sweepAsTenant = <Row>(statement: RawBuilder<Row>) =>
    asSweeper(storage().database, async (trx) => {
      await sql`select set_config('app.tenant_id', ${tenantId}, true)`.execute(trx);
      return (await statement.execute(trx)).rows;
    });
  const keys = async () => {
    const { rows } = await sql<{ key: string }>`
      select key from idempotency_keys where tenant_id = ${tenantId} order by key`.execute(
      storage().db,
    );
    return rows.map(({ key }) => key);
  };

  test("sees of orders what is due, of every tenant, and no other row", async () => {
    const mine = await place(noon);
    await place(null);
    const canceled = await place(noon);
    await storage().orders.write(canceling(tenantId, null, canceled));
    const due = sql<{ id: string }>`
      select id from orders where tenant_id = ${tenantId}::uuid`;
    expect(await sweep(due)).toEqual([{ id: mine }]);
    expect(await sweepAsTenant(due)).toEqual([{ id: mine }]);
  });

  test.each([
    ["what an order holds", "select state from orders"],
    ["whose it is", "select email from orders"],
    ["what it comes to", "select total from orders"],
    ["how it stands", "select status from orders"],
    ["whole rows", "select * from orders"],
    ["the names of keys", "select key from idempotency_keys"],
    ["what keys stand for", "select outcome from idempotency_keys"],
    ["the journal", "select from order_events"],
    ["lines", "select from order_lines"],
    ["tags", "select from order_tags"],
    ["customers", "select from customers"],
    ["products", "select from products"],
    ["stock movements", "select from inventory_adjustments"],
    ["numbers", "select from order_number_blocks"],
  ])("may not read %s", async (_what, statement) => {
    await expect(sweep(sql.raw(statement))).rejects.toThrow("permission denied");
    await expect(sweepAsTenant(sql.raw(statement))).rejects.toThrow("permission denied");
  });

  test.each([
    ["change an order", "update orders set expires_at = null"],
    ["delete an order", "delete from orders"],
    ["change a key", "update idempotency_keys set created_at = now()"],
    ["make a key", "insert into idempotency_keys (created_at) values (now())"],
    ["empty the keys", "truncate idempotency_keys"],
    ["lift its own limits", "alter table idempotency_keys no force row level security"],
    ["become someone else's schema", "create table public.mine ()"],
  ])("may not %s", async (_what, statement) => {
    await expect(sweep(sql.raw(statement))).rejects.toThrow(/permission denied|must be owner/);
  });

  test("deletes no key that is younger than the retention, whatever it is told to delete", async () => {
    await place(null, "old");
    await storage().ageKeys(2 * minute);
    await place(null, "young");
    await storage().ageKeys(retention - minute);
    await sweepAsTenant(sql`delete from idempotency_keys`);
    expect(await keys()).toEqual(["young"]);
    await sweep(sql`delete from idempotency_keys`);
    expect(await keys()).toEqual(["young"]);
    await storage().ageKeys(2 * minute);
    await sweep(sql`delete from idempotency_keys`);
    expect(await keys()).toEqual([]);
  });

  test("is nobody before and after its transaction, and the application has none of its rights", async () => {
    await place(noon);
    const pool = createPool({ url: storage().url, max: 1 });
    const database = createDatabase(pool);
    const who = async () => (await sql`select current_user as who`.execute(database)).rows;
    await asSweeper(database, async (trx) => {
      const { rows } = await sql`select current_user as who`.execute(trx);
      expect(rows).toEqual([{ who: sweeperRole }]);
    });
    expect(await who()).toEqual([{ who: applicationRole }]);
    await expect(asSweeper(database, () => Promise.reject(new Error("broke")))).rejects.toThrow(
      "broke",
    );
    expect(await who()).toEqual([{ who: applicationRole }]);
    expect(await database.selectFrom("orders").select("id").execute()).toEqual([]);
    const { rows } = await sql`
      select pg_has_role(${applicationRole}, ${sweeperRole}, 'usage') as inherits,
             pg_has_role(${applicationRole}, ${sweeperRole}, 'set') as may_become,
             rolcanlogin, rolsuper, rolbypassrls,
             (select count(*)::integer from pg_class where relowner = pg_roles.oid) as owned
        from pg_roles where rolname = ${sweeperRole}`.execute(storage().db);
    expect(rows).toEqual([
      {
        inherits: false,
        may_become: true,
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
        owned: 0,
      },
    ]);
    await pool.end();
  });

  describe("as a login", () => {
    const withLogin = async (
      role: (name: string, password: string) => string,
      work: (url: string) => Promise<void>,
    ) => {
      const [name, password] = [`ordo_test_${randomUUID().slice(0, 8)}`, randomUUID()];
      await sql.raw(role(name, password)).execute(storage().db);
      const url = new URL(storage().url);
      [url.username, url.password] = [name, password];
      try {
        await work(url.toString());
      } finally {
        await sql.raw(`drop role ${name}`).execute(storage().db);
      }
    };
    const tenants = async (url: string, actAs: "application" | "login") => {
      const pool = createPool({ url, max: 1, actAs });
      try {
        return await makePostgresDueTenants(createDatabase(pool)).expirable(noon, page);
      } finally {
        await pool.end();
      }
    };

    test.each(["application", "login"] as const)(
      "that is a mere member of the application's role works, acting as the %s",
      async (actAs) => {
        await place(noon);
        await withLogin(
          (name, password) =>
            `create role ${name} login password '${password}' in role ${applicationRole}`,
          async (url) => {
            expect(await tenants(url, actAs)).toContain(tenantId);
          },
        );
      },
    );

    test("that owns the database and is no superuser works", async () => {
      await withLogin(
        (name, password) => `create role ${name} login password '${password}'`,
        async (url) => {
          const { username } = new URL(url);
          const own = new URL(url);
          own.pathname = `/${username}`;
          await sql`create database ${sql.id(username)} owner ${sql.id(username)}`.execute(
            storage().db,
          );
          try {
            await sql`grant ${sql.id(applicationRole)} to ${sql.id(username)}`.execute(
              storage().db,
            );
            await migrateToLatest(own.toString());
            expect(await tenants(own.toString(), "application")).toEqual([]);
            expect(await tenants(own.toString(), "login")).toEqual([]);
          } finally {
            await sql`drop database ${sql.id(username)}`.execute(storage().db);
          }
        },
      );
    });

    test("that may not become the sweeper is told what to grant", async () => {
      await withLogin(
        (name, password) => `create role ${name} login password '${password}'`,
        async (url) => {
          await expect(tenants(url, "login")).rejects.toThrow(
            `grant ${sweeperRole} to ${applicationRole} with inherit false, set true`,
          );
        },
      );
    });
  });

  test("expires nothing early for a clock that is fast", async () => {
    const deadline = Timestamp(Date.now() + 60 * minute);
    await place(deadline);
    const fast = Timestamp(deadline + minute);
    expect(await storage().dueOrders.expirable(tenantId, fast, page)).toEqual([]);
    expect(await storage().dueTenants.expirable(fast, page)).not.toContain(tenantId);
  });
});

describe("the attack itself", () => {
  const storage = useStorage();

  test("gets through where the policies are loosened", async () => {
    const tenantId = TenantId(freshId());
    const { orders, db, database } = storage();
    await orders.write(placing(tenantId, aClaim("young"), aPlacement(freshId())));
    for (const table of ["orders", "idempotency_keys"])
      await sql`drop policy only_due on ${sql.table(table)}`.execute(db);
    const { seen, deleted } = await asSweeper(database, async (trx) => ({
      seen: (await sql`select id from orders`.execute(trx)).rows.length,
      deleted: (await sql`delete from idempotency_keys`.execute(trx)).numAffectedRows,
    }));
    expect({ seen, deleted }).toEqual({ seen: 1, deleted: 1n });
  });
});
