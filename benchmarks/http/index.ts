import { execFileSync } from "node:child_process";
import { randomUUIDv7 } from "node:crypto";
import { fileURLToPath } from "node:url";
import {
  createDatabase,
  createPool,
  makePostgresProductRepository,
  migrateToLatest,
} from "@ordo/adapters-postgres";
import pg from "pg";
import { startBuiltServer } from "../../attacks/lib/start-server.ts";
import { openShop, type Shop } from "../lib/a-shop.ts";
import { benchOrders } from "../lib/effort.ts";
import { fillTenant } from "../lib/filled-tenant.ts";
import { peakMemoryOf } from "../lib/process-usage.ts";
import { type Measure, report } from "../lib/results.ts";
import { type BenchedDatabase, startDatabase } from "../lib/start-database.ts";
import { bootTime } from "./boot-time.ts";
import { comparePlacing, type Setting } from "./compare-placing.ts";
import { compareReading } from "./compare-reading.ts";
import { makePlaceRequest } from "./requests.ts";

/** As an operator would run it: one worker, everything else by default. */
const environment = { WORKERS: "1", LOG_LEVEL: "info", ENABLE_RATE_LIMITS: "true" };

const build = fileURLToPath(new URL("../../scripts/prepare.mjs", import.meta.url));
execFileSync(process.execPath, [build], { stdio: "inherit" });

const count = benchOrders(10_000);
const database = await startDatabase();
try {
  await migrateToLatest(database.url);
  const shop = await openedShop(database.url);
  const measured = await withServer(database, shop);
  const boot = await bootTime(database.url, environment);
  report("http", measured.comparisons, [...measured.measures, boot]);
} finally {
  await database.stop();
}

async function withServer({ url, pid }: BenchedDatabase, shop: Shop) {
  const server = await startBuiltServer(url, environment);
  try {
    const setting: Setting = { url, postgres: pid, server, shop };
    const placing = await comparePlacing(setting, await placeOne(server.port, shop));
    const tenantId = randomUUIDv7();
    await asOwner(url, (owner) => fillTenant(owner, shop.tenantId, tenantId, count));
    const readings = await compareReading(setting, tenantId, count);
    const memory: Measure = {
      name: "memory of the server at its peak",
      value: peakMemoryOf(server.process.pid ?? 0),
      unit: "MB",
      target: 250,
    };
    return {
      comparisons: [placing.comparison, ...readings],
      measures: [...placing.measures, memory],
    };
  } finally {
    await server.stop();
  }
}

async function openedShop(url: string): Promise<Shop> {
  const pool = createPool({ url, max: 1, applicationName: "ordo-bench" });
  try {
    await asOwner(url, (owner) =>
      owner.query("create sequence bench_numbers start 1000000000 cache 100"),
    );
    return await openShop(makePostgresProductRepository(createDatabase(pool)));
  } finally {
    await pool.end();
  }
}

async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** The body of an order's answer; the order is the model of all that reading is measured on. */
async function placeOne(port: number, shop: Shop): Promise<string> {
  const request = makePlaceRequest(shop)();
  const headers = new Headers(
    [...request.matchAll(/^(authorization|content-type|idempotency-key): (.*)\r$/gim)].map(
      ([, name = "", value = ""]): [string, string] => [name, value],
    ),
  );
  const body = request.slice(request.indexOf("\r\n\r\n") + 4);
  const url = `http://127.0.0.1:${String(port)}/api/v1/orders`;
  const answer = await fetch(url, { method: "POST", headers, body });
  if (answer.status !== 201) throw new Error(`no order was placed: ${await answer.text()}`);
  return answer.text();
}
