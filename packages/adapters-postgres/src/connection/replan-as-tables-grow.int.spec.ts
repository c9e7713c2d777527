import { TenantId } from "@ordo/application";
import { aPlacement, freshId, placing } from "@ordo/application/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { useStorage } from "../testing/use-storage.ts";

// One connection makes all the plans, and makes them while there is no order yet.
const storage = useStorage({ max: 1 });
const tenantId = TenantId(freshId());

const place = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1)
    (
      await storage().orders.write(placing(tenantId, null, aPlacement(freshId())))
    ).result._unsafeUnwrap();
};

/** How often an index was read that lists orders, which nothing here does but a foreign key that went astray. */
const listsRead = async (): Promise<number> => {
  await storage().pool.query("select pg_stat_force_next_flush()");
  const { rows } = await sql<{ read: number }>`
    select sum(idx_scan)::int as read from pg_stat_user_indexes where indexrelname like 'orders\\_list%'`.execute(
    storage().db,
  );
  return rows[0]?.read ?? -1;
};

test("a connection that began with empty tables finds orders by their key, though nobody analyzed them", async () => {
  await place(300);
  const before = await listsRead();
  await place(50);
  expect(await listsRead()).toBe(before);
});
