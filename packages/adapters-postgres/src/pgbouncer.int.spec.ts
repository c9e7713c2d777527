import { newestFirst, TenantId } from "@ordo/application";
import {
  aClaim,
  aPlacement,
  aStockedProduct,
  canceling,
  freshId,
  lineOf,
  placing,
  storageContract,
} from "@ordo/application/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrationStatus } from "./migrate.ts";
import { createApiLogin } from "./testing/api-login.ts";
import { isPgbouncerInstalled, startPgbouncer } from "./testing/pgbouncer.ts";
import { openStorage, type Storage, useStorage } from "./testing/use-storage.ts";

const installed = isPgbouncerInstalled();
const serverConnections = 3;
const tenants = 3;
const ordersOfEach = 40;

const withoutPgbouncer = () => {
  test("was not tried, for pgbouncer is not installed (apt-get install pgbouncer)", () => {
    expect(process.env["CI"]).toBeUndefined();
  });
};

const withPgbouncer = () => {
  const direct = useStorage();
  const started = new AsyncDisposableStack();
  let storage: Storage;
  beforeAll(async () => {
    const login = await createApiLogin(direct().db, direct().url);
    started.defer(async () => void (await login.drop()));
    const pgbouncer = await startPgbouncer(login.url, serverConnections);
    started.defer(() => pgbouncer.stop());
    storage = openStorage({
      url: pgbouncer.url,
      max: 20,
      actAs: "login",
      applicationName: "ordo-pgbouncer",
      // 1.18 hands one client's prepared statements to another.
      prepare: false,
    });
    started.defer(() => storage.close());
  });
  afterAll(() => started.disposeAsync());

  // Keys are aged by a superuser, who comes by another way.
  storageContract(() => ({ ...storage, ageKeys: (by) => direct().ageKeys(by) }));

  test("tenants that place, replay, change and list at once see their own orders, each once", async () => {
    const { orders, orderQueries, products } = storage;
    const serve = async () => {
      const tenantId = TenantId(freshId());
      const product = aStockedProduct(freshId(), ordersOfEach);
      await products.add({ tenantId, claim: null, product });
      const placed = await Promise.all(
        Array.from({ length: ordersOfEach }, async (_, n) => {
          const lines = n % 2 === 0 ? [lineOf(freshId(), product, 1)] : undefined;
          const command = aPlacement(freshId(), { ...(lines && { lines }) });
          const write = placing(tenantId, aClaim(`k${String(n)}`), command);
          const [first, again] = [await orders.write(write), await orders.write(write)];
          expect([first.result.isOk(), first.replayed, again.replayed]).toEqual([
            true,
            false,
            true,
          ]);
          expect(await orders.find(tenantId, command.terms.id)).toBeDefined();
          if (n % 4 === 0) {
            const canceled = await orders.write(canceling(tenantId, null, command.terms.id));
            expect(canceled.result.isOk()).toBe(true);
          }
          return command.terms.id;
        }),
      );
      return { tenantId, placed };
    };
    const served = await Promise.all(Array.from({ length: tenants }, serve));
    for (const { tenantId, placed } of served) {
      const { items } = await orderQueries.list(
        tenantId,
        { filter: {}, sort: newestFirst },
        { limit: ordersOfEach * 2, from: null },
      );
      expect(items.map(({ id }) => id).toSorted()).toEqual(placed.toSorted());
      const foreign = served.flatMap((other) => (other.tenantId === tenantId ? [] : other.placed));
      const seen = await Promise.all(foreign.map((id) => orders.find(tenantId, id)));
      expect(seen.filter((order) => order !== undefined)).toEqual([]);
    }
  });

  test("which migrations have run can be asked this way, as readiness does", async () => {
    expect((await migrationStatus(storage.url)).every(({ applied }) => applied)).toBe(true);
  });

  test("no setting of a batch or a tenant is left on a connection", async () => {
    const { database, orders } = storage;
    const tenantId = TenantId(freshId());
    const writes = Array.from({ length: 20 }, () =>
      orders.write(placing(tenantId, null, aPlacement(freshId()))),
    );
    await Promise.all(writes);
    // Held at once, so that each is another server's connection.
    const held = await Promise.all(
      Array.from({ length: serverConnections }, () => database.startTransaction().execute()),
    );
    const left = await Promise.all(
      held.map(async (trx) => {
        const { rows } = await sql<{ pid: number }>`
          select pg_backend_pid() as pid,
                 coalesce(current_setting('app.tenant_id', true), '') as tenant,
                 current_setting('lock_timeout') as lock,
                 current_setting('plan_cache_mode') as plans,
                 (select count(*)::int from orders) as orders`.execute(trx);
        return rows[0];
      }),
    );
    for (const trx of held) await trx.rollback().execute();
    expect(new Set(left.map((row) => row?.pid)).size).toBe(serverConnections);
    for (const row of left)
      expect(row).toMatchObject({ tenant: "", lock: "5s", plans: "auto", orders: 0 });
  });
};

describe("behind Debian's pgbouncer in transaction mode", () => {
  if (installed) withPgbouncer();
  else withoutPgbouncer();
});
