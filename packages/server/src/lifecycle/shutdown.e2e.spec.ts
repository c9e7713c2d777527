import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { aServer, aToken, placeOrder, productionEnvironment } from "../testing/a-server.ts";
import { freePort } from "../testing/processes.ts";

const databaseUrl = useTestDatabase();
const main = fileURLToPath(new URL("../main.ts", import.meta.url));

describe("a process that is told to stop", () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill("SIGKILL"));

  const start = async (env: Record<string, string> = {}) => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const PORT = new URL(url).port;
    const started = spawn(process.execPath, ["--conditions=@ordo/source", main], {
      env: productionEnvironment(databaseUrl(), { LOG_LEVEL: "warn", ...env, PORT }),
      stdio: "ignore",
    });
    child = started;
    const readiness = () => fetch(`${url}/health/ready`).then(({ status }) => status);
    await expect.poll(() => readiness().catch(() => 0), { timeout: 20_000 }).toBe(200);
    return { url, child: started, readiness, exited: once(started, "exit") };
  };
  /** Whoever locks the table keeps orders from being placed until told otherwise. */
  const lockOrders = async () => {
    const client = new pg.Client({ connectionString: databaseUrl() });
    await client.connect();
    await client.query("begin; lock table orders in exclusive mode");
    const waiters = async () => {
      const { rows } = await client.query<{ n: number }>(
        "select count(*)::int as n from pg_locks where not granted and relation = 'orders'::regclass",
      );
      return rows[0]?.n;
    };
    return { waiters, release: () => client.end() };
  };

  test("says so, serves on meanwhile, answers what is under way, and exits well", async () => {
    const { url, child, readiness, exited } = await start({ DRAIN_MS: "1000" });
    const token = await aToken();
    const lock = await lockOrders();
    const underWay = placeOrder(url, token);
    await expect.poll(lock.waiters).toBe(1);

    child.kill("SIGTERM");
    await expect.poll(readiness).toBe(503);
    const reasons: unknown = await (await fetch(`${url}/health/ready`)).json();
    expect(reasons).toMatchObject({ checks: { database: "ok", shutdown: "shutting down" } });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const later = placeOrder(url, token);
    await expect.poll(lock.waiters).toBe(2);
    // Only when the port is closed can what is under way have outlived the drain.
    await expect.poll(() => readiness().catch(() => "closed"), { timeout: 10_000 }).toBe("closed");
    await lock.release();

    expect((await underWay).status).toBe(201);
    expect((await later).status).toBe(201);
    expect(await exited).toEqual([0, null]);
  });

  test("ends connections that are kept open", async () => {
    const { url, child, exited } = await start();
    const agent = new Agent({ keepAlive: true });
    const [response] = await once(get(`${url}/ping`, { agent }), "response");
    response.resume();
    await once(response, "end");
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    agent.destroy();
  });

  test("does not wait for a request that never ends", async () => {
    const { url, child, exited } = await start({ SHUTDOWN_MS: "100" });
    const lock = await lockOrders();
    const stuck = placeOrder(url, await aToken());
    const outcome = stuck.then(
      () => "answered",
      () => "cut off",
    );
    await expect.poll(lock.waiters).toBe(1);
    child.kill("SIGTERM");
    expect(await outcome).toBe("cut off");
    await lock.release();
    expect(await exited).toEqual([0, null]);
  });

  test("stops at once when it is told twice", async () => {
    const { child, readiness, exited } = await start({ DRAIN_MS: "600000" });
    child.kill("SIGTERM");
    await expect.poll(readiness).toBe(503);
    child.kill("SIGTERM");
    expect(await exited).toEqual([1, null]);
  });
});

describe("readiness", () => {
  test("does not wait behind the work", async () => {
    const server = await aServer(databaseUrl(), { DATABASE_POOL_SIZE: "1" });
    const lock = new pg.Client({ connectionString: databaseUrl() });
    await lock.connect();
    await lock.query("begin; lock table orders in exclusive mode");
    const stuck = placeOrder(server.url, await aToken());
    const pool = async () => (await fetch(`${server.url}/metrics`)).text();
    await expect.poll(pool).toMatch(/ordo_database_pool_connections\{state="active"\} 1/);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    await lock.end();
    expect((await stuck).status).toBe(201);
    await server.close();
  });

  test("waits for the schema", async () => {
    const empty = new URL(databaseUrl());
    empty.pathname = "/postgres";
    const server = await aServer(empty.toString(), { ENABLE_MIGRATIONS: "false" });
    const ready = await fetch(`${server.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      checks: { database: "ok", migrations: "not up to date" },
    });
    await server.close();
  });
});
