import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { afterEach, describe, expect, test } from "vitest";
import { aToken, placeOrder, productionEnvironment } from "../testing/a-server.ts";

const databaseUrl = useTestDatabase();
const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const workers = 2;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
};

/** Process ids of the workers that a primary has now. */
const workersOf = async ({ pid }: ChildProcess): Promise<readonly number[]> => {
  const listed = await promisify(execFile)("ps", ["-e", "-o", "pid=,ppid="]);
  return listed.stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([worker = 0, parent]) => (parent === pid ? [worker] : []));
};

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
      stdio: "ignore",
    });
    primary = started;
    return { url, primary: started, exited: once(started, "exit") };
  };
  const ready = (url: string) =>
    expect
      .poll(
        () =>
          fetch(`${url}/health/ready`)
            .then(({ status }) => status)
            .catch(() => 0),
        {
          timeout: 30_000,
        },
      )
      .toBe(200);
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
    const { url, primary } = await start({ HOST: "256.0.0.1" });
    const [code] = await once(primary, "exit");
    expect(code).toBe(1);
    await expect(fetch(`${url}/ping`)).rejects.toThrow("fetch failed");
  });

  test("leaves no worker behind when the primary is killed", async () => {
    const { url, primary } = await start();
    await ready(url);
    const orphans = await workersOf(primary);
    primary.kill("SIGKILL");
    const alive = () =>
      orphans.filter((pid) => {
        try {
          return process.kill(pid, 0);
        } catch {
          return false;
        }
      });
    await expect.poll(alive, { timeout: 15_000 }).toEqual([]);
  });
});
