import { newestFirst, TenantId } from "@ordo/application";
import { aPlacement, freshId, placing } from "@ordo/application/testing";
import { OrderId } from "@ordo/domain";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { useStorage } from "../testing/use-storage.ts";

describe.each(["pglz", "lz4"])("orders that %s compresses as well as it can", (compression) => {
  const storage = useStorage();

  /** Whether the server was built with it. */
  const isSupported = async () => {
    const { rows } = await sql<{ supported: boolean }>`
      select ${compression} = any (enumvals) as supported
        from pg_settings where name = 'default_toast_compression'`.execute(storage().db);
    return rows[0]?.supported ?? false;
  };

  test("come to no larger a page than any", async ({ skip }) => {
    if (!(await isSupported())) skip(`the server has no ${compression}`);
    const tenantId = TenantId(freshId());
    await sql`alter table orders alter column state set compression ${sql.raw(compression)}`.execute(
      storage().db,
    );
    for (let n = 0; n < 3; n += 1) {
      const id = OrderId(freshId());
      await storage().orders.write(placing(tenantId, null, aPlacement(id)));
    }
    await sql`
      update orders
         set state = jsonb_set(state::jsonb, '{note}', to_jsonb(repeat('x', ${7 * 1024 * 1024})))::json
       where tenant_id = ${tenantId}`.execute(storage().db);
    const { rows } = await sql`
      select distinct pg_column_compression(state) as compression
        from orders where tenant_id = ${tenantId}`.execute(storage().db);
    expect(rows).toEqual([{ compression }]);

    const query = { filter: {}, sort: newestFirst };
    const page = { limit: 10, from: null };
    const withStates = await storage().orderQueries.list(tenantId, query, page);
    expect(withStates.items).toHaveLength(1);
    const none = () => undefined;
    const reread = await storage().orderQueries.list(tenantId, query, page, null, none);
    expect(reread.items).toHaveLength(1);
  });
});
