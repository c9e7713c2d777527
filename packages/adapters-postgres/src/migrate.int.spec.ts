import { aPlacement, freshId, placing } from "@ordo/application/testing";
import { TenantId } from "@ordo/application";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { migrateDown, migrateToLatest, migrationStatus } from "./migrate.ts";
import { advisoryLock } from "./migration-database.ts";
import { migrations } from "./migrations/index.ts";
import { describeSchema } from "./testing/describe-schema.ts";
import { useStorage } from "./testing/use-storage.ts";

const names = Object.keys(migrations);

const allDown = async (url: string): Promise<void> => {
  while ((await migrateDown(url)) !== undefined);
};

describe("migrations", () => {
  const storage = useStorage();

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
    const reader = new pg.Client({ connectionString: url });
    await reader.connect();
    await reader.query("begin; lock table idempotency_keys in access share mode");
    const messages: string[] = [];
    const undone = await migrateDown(url, (message) => {
      messages.push(message);
      if (messages.length === 1) void reader.end();
    });
    expect(undone?.name).toBe(names.at(-1));
    expect(messages[0]).toContain("a table is in use");
    await migrateToLatest(url);
  });
});
