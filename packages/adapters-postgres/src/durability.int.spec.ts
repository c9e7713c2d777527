import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import pg from "pg";
import { expect, test } from "vitest";
import { undurableSettings } from "./durability.ts";

const url = useTestDatabase();

test.each([
  { setting: "off", found: ["synchronous_commit"] },
  { setting: "on", found: [] },
  { setting: "remote_apply", found: [] },
])("synchronous_commit $setting", async ({ setting, found }) => {
  const pool = new pg.Pool({
    connectionString: url(),
    options: `-c synchronous_commit=${setting}`,
  });
  try {
    const names = await undurableSettings(pool);
    // The server of a test run may do without fsync.
    expect(names.filter((name) => name === "synchronous_commit")).toEqual(found);
    const { rows } = await pool.query<{ fsync: string }>("show fsync");
    expect(names.includes("fsync")).toBe(rows[0]?.fsync === "off");
  } finally {
    await pool.end();
  }
});
