import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { aToken, placeOrder, productionEnvironment } from "../testing/a-server.ts";
import { freePort, statusOf, stillRunning, workersOf } from "../testing/processes.ts";

const databaseUrl = useTestDatabase();
const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const workers = 2;

describe(`WORKERS=${workers}`, () => {
  let primary: ChildProcess | undefined;
  afterEach(() => primary?.kill("SIGKILL"));

  const start = async (env: Record<string, string> = {}) => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const started = spawn(process.execPath, ["--conditions=@ordo/source", main], {
      env: productionEnvironment(databaseUrl(), {
        WORKERS: String(workers),
        LOG_LEVEL: "fatal",
        ...env,
        PORT: new URL(url).port,
      }),
      stdio: ["ignore", "pipe", "ignore"],
    });
    primary = started;
    return { url, primary: started, exited: once(started, "exit") };
  };
  const ready = (url: string) =>
    expect.poll(() => statusOf(`${url}/health/ready`), { timeout: 30_000 }).toBe(200);
  const metric = async (url: string, series: string): Promise<number> => {
    const text = await (await fetch(`${url}/metrics`)).text();
    const line = text.split("\n").find((each) => each.startsWith(`${series} `));
    return Number(line?.slice(series.length) ?? 0);
  };

  test("serves on one port, counts all together, and replaces a worker that was killed", async () => {
    const { url, primary, exited } = await start({
      ENABLE_MAINTENANCE: "true",
      EXPIRE_INTERVAL_MS: "100",
    });
    await ready(url);
    const runs = async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const count = /^ordo_maintenance_run_duration_seconds_count\{.*"expire_orders".*\} (\d+)$/m;
      return Number(count.exec(text)?.[1] ?? 0);
    };
    await expect.poll(runs, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(() => metric(url, "ordo_database_pool_connections_limit")).toBe(20);
    const token = await aToken();
    // Each on a connection of its own, so that both workers have some.
    for (let n = 0; n < 8; n += 1) expect((await placeOrder(url, token)).status).toBe(201);
    expect(await metric(url, 'ordo_order_transitions_total{transition="place"}')).toBe(8);

    const before = await workersOf(primary);
    expect(before).toHaveLength(workers);
    const [victim = 0] = before;
    process.kill(victim, "SIGKILL");
    await expect.poll(async () => (await workersOf(primary)).includes(victim)).toBe(false);
    await expect.poll(() => workersOf(primary), { timeout: 20_000 }).toHaveLength(workers);
    await expect
      .poll(() =>
        placeOrder(url, token)
          .then(({ status }) => status)
          .catch(() => 0),
      )
      .toBe(201);

    // Whichever it was that died, some worker does maintenance.
    const sofar = await runs();
    await expect.poll(runs, { timeout: 10_000 }).toBeGreaterThan(sofar + 1);

    const after = await workersOf(primary);
    primary.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    for (const pid of after) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("stops when the first workers cannot start", async () => {
    const { url, primary, exited } = await start({ HOST: "256.0.0.1", LOG_LEVEL: "warn" });
    const log = await text(primary.stdout);
    expect(await exited).toEqual([1, null]);
    expect(log).toMatch(/"code":1,.*"a worker died; starting another"/);
    await expect(fetch(`${url}/ping`)).rejects.toThrow("fetch failed");
  });

  test("stops at once when it is told twice, with every worker, whatever is under way", async () => {
    const { url, primary, exited } = await start({ DRAIN_MS: "600000", SHUTDOWN_MS: "600000" });
    await ready(url);
    const workers = await workersOf(primary);
    const token = await aToken();
    const lock = new pg.Client({ connectionString: databaseUrl() });
    await lock.connect();
    await lock.query("begin; lock table orders in exclusive mode");
    const stuck = Promise.allSettled(Array.from({ length: 8 }, () => placeOrder(url, token)));

    primary.kill("SIGTERM");
    await expect.poll(() => statusOf(`${url}/health/ready`)).toBe(503);
    primary.kill("SIGTERM");
    expect(await exited).toEqual([1, null]);
    await expect.poll(() => stillRunning(workers)).toEqual([]);
    await stuck;
    await lock.end();
  });

  test("leaves no worker behind when the primary is killed", async () => {
    const { url, primary } = await start();
    await ready(url);
    const orphans = await workersOf(primary);
    primary.kill("SIGKILL");
    await expect.poll(() => stillRunning(orphans), { timeout: 15_000 }).toEqual([]);
  });
});
