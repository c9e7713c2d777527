import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { asSweeper } from "./connection/as-sweeper.ts";
import { forgetOldQuery } from "./postgres-idempotency-retention.ts";
import { explain } from "./testing/explain.ts";
import { useStorage } from "./testing/use-storage.ts";

const keys = 200_000;
const old = 5_000;

describe(`old keys out of ${keys.toLocaleString("en")}`, () => {
  const storage = useStorage();
  beforeAll(async () => {
    const { inspectors } = storage();
    await inspectors.query(
      `insert into idempotency_keys (tenant_id, client_id, key, fingerprint, outcome, created_at)
       select gen_random_uuid(), 'c', n::text, 'f', '{}', now() - n * interval '1 second'
              - case when n <= $2 then interval '30 days' else interval '0' end
         from generate_series(1, $1::integer) as n`,
      [keys, old],
    );
    await inspectors.query("analyze idempotency_keys");
  }, 120_000);

  test("are found by their age and deleted by their place; no younger one is read", async () => {
    const explaining = asSweeper(storage().database, (trx) => explain(trx, forgetOldQuery(1_000)));
    const { scannedTables, rowsRead, rowsSorted, plan } = await explaining;
    expect(plan).toContain("idempotency_keys_by_age");
    expect(plan).toContain("Tid Scan");
    expect(scannedTables, plan).toEqual([]);
    expect(rowsSorted, plan).toBe(0);
    expect(rowsRead, plan).toBe(2 * 1_000);
  });

  test("go batch by batch, and the younger ones stay", async () => {
    const { idempotencyRetention, db } = storage();
    let forgotten = 0;
    for (;;) {
      const some = await idempotencyRetention.forgetOld(1_000);
      forgotten += some;
      if (some < 1_000) break;
    }
    // The first test's batch included.
    const { rows } = await sql`select count(*)::integer as left from idempotency_keys`.execute(db);
    expect({ forgotten, rows }).toEqual({ forgotten: old - 1_000, rows: [{ left: keys - old }] });
  });
});
