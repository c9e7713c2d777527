import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@ordo/dev-postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aToken, placeOrder, productionEnvironment } from "../testing/a-server.ts";
import { type MovingProxy, startMovingProxy } from "../testing/moving-proxy.ts";
import { freePort, statusOf, workersOf } from "../testing/processes.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

let dataDir: string;
let postgres: EmbeddedPostgres;
let proxy: MovingProxy;
let primary: ChildProcess | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "ordo-lost-database-"));
  postgres = await startEmbeddedPostgres({ dataDir });
  proxy = await startMovingProxy(postgres.url);
});
afterEach(async () => {
  primary?.kill("SIGKILL");
  await proxy.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = { WORKERS: "2", LOG_LEVEL: "info", PORT: new URL(url).port };
  const child = spawn(process.execPath, ["--conditions=@ordo/source", main], {
    env: productionEnvironment(proxy.url, env),
    stdio: ["ignore", "pipe", "ignore"],
  });
  primary = child;
  const listening = new Set<string>();
  const answering = new Set<string>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [, worker, what] = /"worker":(\d+).*"msg":"(Server listening|answered)/.exec(line) ?? [];
    if (worker !== undefined) (what === "answered" ? answering : listening).add(worker);
  });
  // A worker that still starts when the database is lost ends, and rightly so.
  await expect.poll(() => listening.size, { timeout: 30_000 }).toBe(2);
  const ready = () => statusOf(`${url}/health/ready`);
  return { url, primary: child, answering, ready, exited: once(child, "exit") };
};

test("a database that is killed and comes back costs a cluster no worker, only its answers meanwhile", async () => {
  const { url, primary, answering, ready, exited } = await start();
  const token = await aToken();
  // Together, so that each worker takes some.
  const answers = async () =>
    (await Promise.all(Array.from({ length: 16 }, () => placeOrder(url, token)))).map(
      (response) => ({
        status: response.status,
        retryAfter: Number(response.headers.get("retry-after")),
      }),
    );
  const all = (status: number) =>
    Array.from({ length: 16 }, () => expect.objectContaining({ status }));
  expect(await answers()).toEqual(all(201));
  await expect.poll(() => answering.size).toBe(2);
  const workers = await workersOf(primary);

  process.kill(postgres.pid, "SIGKILL");
  await postgres.ended;
  for (let round = 0; round < 3; round += 1) {
    const refused = await answers();
    expect(refused).toEqual(all(503));
    for (const { retryAfter } of refused) expect(retryAfter).toBeGreaterThan(0);
  }
  expect(await ready()).toBe(503);
  expect(await statusOf(`${url}/health/live`)).toBe(200);

  await postgres.stop();
  postgres = await startEmbeddedPostgres({ dataDir });
  proxy.moveTo(postgres.url);
  await expect.poll(ready, { timeout: 30_000 }).toBe(200);
  await expect.poll(answers, { timeout: 30_000 }).toEqual(all(201));
  expect(await answers()).toEqual(all(201));
  expect(await workersOf(primary)).toEqual(workers);

  primary.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
});
