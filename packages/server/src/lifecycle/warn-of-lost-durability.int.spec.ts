import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import pg from "pg";
import { pino } from "pino";
import { expect, test } from "vitest";
import { warnOfLostDurability } from "./warn-of-lost-durability.ts";

const url = useTestDatabase();

test("names the setting that makes commits forgettable", async () => {
  const lines: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line) => void lines.push(line) });
  const pool = new pg.Pool({ connectionString: url(), options: "-c synchronous_commit=off" });
  try {
    await warnOfLostDurability(pool, logger);
  } finally {
    await pool.end();
  }
  expect(lines.join("")).toMatch(/synchronous_commit off: a crash can lose orders/);
});
