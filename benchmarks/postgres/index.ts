import {
  createDatabase,
  createPool,
  makePostgresOrderRepository,
  makePostgresProductRepository,
  migrateToLatest,
} from "@ordo/adapters-postgres";
import { openShop } from "../lib/a-shop.ts";
import { benchOrders, quick } from "../lib/effort.ts";
import { type Comparison, report } from "../lib/results.ts";
import { startDatabase } from "../lib/start-database.ts";
import { comparePlacing } from "./compare-placing.ts";
import { compareReading } from "./compare-reading.ts";
import { measureGrowth } from "./growth.ts";

const grown = benchOrders(quick ? 50_000 : 1_000_000);
const server = await startDatabase();
try {
  report("postgres", await compareWithPgbench());
  report("growth", [], await measureGrowth(server.url, grown));
} finally {
  await server.stop();
}

async function compareWithPgbench(): Promise<readonly Comparison[]> {
  const { url, pid } = server;
  const pool = createPool({ url, max: 10, applicationName: "ordo-bench" });
  try {
    await migrateToLatest(url);
    const database = createDatabase(pool);
    const orders = makePostgresOrderRepository(database);
    const shop = await openShop(makePostgresProductRepository(database));
    const setting = { url, pid, database, orders, shop };
    return [await comparePlacing(setting), ...(await compareReading(setting, 10_000))];
  } finally {
    await pool.end();
  }
}
