import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { TenantId } from "@ordo/application";
import { aPlacement, freshId, placing } from "@ordo/application/testing";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { useStorage } from "./testing/use-storage.ts";

const orders = 50_000;

describe(`an export of ${orders.toLocaleString("en")} orders`, () => {
  const storage = useStorage();
  const tenantId = TenantId(freshId());

  beforeAll(async () => {
    const id = freshId();
    await storage().orders.write(placing(tenantId, null, aPlacement(id)));
    // The same order again and again, each under an id of its own.
    for (let chunk = 0; chunk < 25; chunk += 1)
      await sql`
        insert into orders (tenant_id, id, number, status, version, email, email_lower, channel, currency, total,
                            created_at, updated_at, placed_at, payment_status, refund_status, fulfillment_status,
                            return_status, authorized, captured, refunded, chain_head, state)
        select tenant_id, fresh.id, fresh.id, status, version, email, email_lower, channel, currency, total,
               created_at, updated_at, placed_at, payment_status, refund_status, fulfillment_status,
               return_status, authorized, captured, refunded, chain_head,
               replace(state::text, ${id}, fresh.id::text)::json
          from orders,
               lateral (select gen_random_uuid() as id
                          from generate_series(1, ${sql.lit(orders / 25)})
                         where orders.id is not null) as fresh
         where tenant_id = ${tenantId} and orders.id = ${id}`.execute(storage().db);
  }, 300_000);

  const heapInUse = collector();

  test("gives each once, in flat memory", async () => {
    const ids = new Set<string>();
    const samples: number[] = [];
    let taken = 0;
    for await (const { id } of storage().orderExport.stream(tenantId, {})) {
      // Only a few ids are kept, or the test itself would fill the memory.
      if (taken % 50 === 0) ids.add(id);
      if (taken % 10_000 === 5_000) samples.push(heapInUse());
      taken += 1;
    }
    expect(taken).toBe(orders + 1);
    expect(ids.size).toBe(Math.ceil(taken / 50));
    // All of them at once are more than 50 MB.
    expect(Math.max(...samples) - Math.min(...samples)).toBeLessThan(10 * 2 ** 20);
  });

  test("reads no further than it is asked to, and holds no connection while it waits", async () => {
    const { pool, orderExport } = storage();
    let asked = 0;
    const count = () => (asked += 1);
    pool.on("acquire", count);
    try {
      const stream = orderExport.stream(tenantId, {})[Symbol.asyncIterator]();
      expect(asked).toBe(0);
      for (let taken = 1; taken <= 450; taken += 1) {
        await stream.next();
        expect(asked).toBe(Math.ceil(taken / 200));
        expect(pool.idleCount).toBe(pool.totalCount);
      }
      await stream.return?.();
      expect(await stream.next()).toEqual({ done: true, value: undefined });
      expect(asked).toBe(3);
    } finally {
      pool.off("acquire", count);
    }
  });
});

/** Bytes of the heap that are in use once what is not has been collected. */
function collector(): () => number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  return () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
}
