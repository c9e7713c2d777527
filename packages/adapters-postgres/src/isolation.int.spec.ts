import { newestFirst, TenantId } from "@ordo/application";
import {
  aClaim,
  aCustomer,
  aPlacement,
  aProduct,
  canceling,
  freshId,
  placing,
  storageContract,
} from "@ordo/application/testing";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { applicationRole } from "./application-role.ts";
import { stripTenantPredicates, strippedOfTenant } from "./testing/strip-tenant-predicates.ts";
import { type Storage, useStorage } from "./testing/use-storage.ts";

/** What one tenant gets to see and change of another's, through every port. */
const leaks = async ({ orders, orderQueries, customers, products }: Storage) => {
  const [mine, theirs] = [TenantId(freshId()), TenantId(freshId())];
  const [order, customer, product] = [
    aPlacement(freshId()),
    aCustomer(freshId()),
    aProduct(freshId()),
  ];
  await orders.write(placing(theirs, aClaim("k1"), order));
  await customers.add({ tenantId: theirs, claim: null, customer });
  await products.add({ tenantId: theirs, claim: null, product });

  const found = [
    await orders.find(mine, order.terms.id),
    await orderQueries.reread(mine, order.terms.id, undefined),
    ...(await orderQueries.list(mine, { filter: {}, sort: newestFirst }, { limit: 10, from: null }))
      .items,
    await customers.find(mine, customer.id),
    await products.find(mine, product.id),
    ...(await products.findMany(mine, [product.id])),
  ].filter((thing) => thing !== undefined);
  // Where it gets as far as the order, the foreign key of the journal is what stops it.
  const canceled = await orders.write(canceling(mine, null, order.terms.id)).catch(() => "met it");
  const replayed = await orders.write(placing(mine, aClaim("k1"), aPlacement(freshId())));
  const left = await orders.find(theirs, order.terms.id);
  return {
    found: found.length,
    met: canceled === "met it" || left?.status !== "pending",
    replayed: replayed.replayed,
  };
};
const nothing = { found: 0, met: false, replayed: false };

describe("with our own tenant predicates taken out of every statement", () => {
  const storage = useStorage({ onPool: stripTenantPredicates });

  test("no tenant sees or changes another's rows", async () => {
    expect(await leaks(storage())).toEqual(nothing);
  });

  storageContract(storage);
});

describe("the attack itself", () => {
  const storage = useStorage({ onPool: stripTenantPredicates });

  test("gets through where row-level security is off", async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relrowsecurity`.execute(storage().db);
    for (const { name } of rows)
      await sql`alter table ${sql.table(name)} disable row level security`.execute(storage().db);
    expect(await leaks(storage())).toEqual({ found: 6, met: true, replayed: false });
  });

  test("finds a predicate however it is written", () => {
    for (const written of ['"orders"."tenant_id" = $1', '"tenant_id" = $2', "o.tenant_id = $12"])
      expect(strippedOfTenant(`where ${written} and true`)).toMatch(/^where \(\$\d+::uuid is/);
  });
});

describe("the schema", () => {
  const storage = useStorage();

  test("forces row-level security by tenant on every table", async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name
        from pg_class
        left join pg_policy on polrelid = pg_class.oid
         and pg_get_expr(polqual, polrelid) like '%tenant_id = %app.tenant_id%'
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and relname not like 'kysely\\_%'
         and not (relrowsecurity and relforcerowsecurity and pg_policy.oid is not null)`.execute(
      storage().db,
    );
    expect(rows).toEqual([]);
  });

  test("is used by a role that owns nothing, cannot log in and cannot pass", async () => {
    const { rows } = await sql`
      select rolcanlogin, rolsuper, rolbypassrls,
             (select count(*)::integer from pg_class where relowner = pg_roles.oid) as owned
        from pg_roles where rolname = ${applicationRole}`.execute(storage().db);
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false, owned: 0 }]);
    const { rows: user } = await sql<{ user: string }>`select current_user as user`.execute(
      storage().database,
    );
    expect(user).toEqual([{ user: applicationRole }]);
  });

  test("lets the application only append to the journal, and lets no row without a tenant be seen", async () => {
    const tenantId = TenantId(freshId());
    await storage().orders.write(placing(tenantId, null, aPlacement(freshId())));
    const { database } = storage();
    const rewriting = sql`update order_events set type = 'x'`.execute(database.forTenant(tenantId));
    await expect(rewriting).rejects.toThrow("permission denied");
    expect(await database.selectFrom("orders").select("id").execute()).toEqual([]);
  });

  test("keeps one tenant from writing in another's name", async () => {
    const { database } = storage();
    const foreign = database
      .forTenant(TenantId(freshId()))
      .insertInto("order_number_blocks")
      .values({ tenant_id: freshId(), next_number: 1 })
      .execute();
    await expect(foreign).rejects.toThrow("row-level security");
  });
});
