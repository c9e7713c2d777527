import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createDatabase,
  createPool,
  makePostgresOrderRepository,
  makePostgresProductRepository,
  migrateToLatest,
} from "@ordo/adapters-postgres";
import { startEmbeddedPostgres } from "@ordo/dev-postgres";
import { type Comparison, report } from "../lib/results.ts";
import { openShop } from "./a-shop.ts";
import { comparePlacing } from "./compare-placing.ts";
import { compareReading } from "./compare-reading.ts";

const dataDir = mkdtempSync(join(tmpdir(), "ordo-bench-postgres-"));
// Run as root, the server's own account has to pass through.
await chmod(dataDir, 0o711);
const server = await startEmbeddedPostgres({
  dataDir,
  onProgress: console.log,
  // Durable, as in production; room for the log, so that checkpoints of both sides are alike.
  settings: { shared_buffers: "512MB", max_wal_size: "4GB", max_connections: 100 },
});
const pool = createPool({ url: server.url, max: 10, applicationName: "ordo-bench" });
try {
  await migrateToLatest(server.url);
  const database = createDatabase(pool);
  const orders = makePostgresOrderRepository(database);
  const shop = await openShop(makePostgresProductRepository(database));
  const setting = { url: server.url, pid: server.pid, database, orders, shop };
  const comparisons: Comparison[] = [await comparePlacing(setting)];
  for (const count of process.argv.includes("--large") ? [10_000, 1_000_000] : [10_000])
    comparisons.push(...(await compareReading(setting, count)));
  report("postgres", comparisons);
} finally {
  await pool.end();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
