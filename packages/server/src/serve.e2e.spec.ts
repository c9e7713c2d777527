import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "./config/config.ts";
import { type RunningServer, serve } from "./serve.ts";
import { StartupError } from "./startup-error.ts";

const databaseUrl = useTestDatabase();

describe("a server for development", () => {
  let dataDir: string;
  let said: string;
  const running: RunningServer[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "ordo-serve-"));
    said = "";
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async (env: Record<string, string> = {}) => {
    const given = { PORT: "0", DATABASE_URL: databaseUrl(), ORDO_DATA_DIR: dataDir, ...env };
    const config = readConfig(given)._unsafeUnwrap();
    const server = await serve(config, pino({ level: "silent" }), (message) => {
      said += `${message}\n`;
    });
    running.push(server);
    return server;
  };
  const token = () => readFile(join(dataDir, "token"), "utf8");
  const printedOrder = () => {
    const line = said.split("\n").find((text) => text.startsWith("curl"));
    const body = line === undefined ? "" : line.slice(line.indexOf("-d '") + 4, -1);
    return { line, body };
  };
  const place = async (url: string, key: string) => {
    const response = await fetch(`${url}/api/v1/orders`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await token()}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: printedOrder().body,
    });
    return { response, order: JSON.parse(await response.text()) };
  };

  test("prints an order that works, exact to the cent", async () => {
    const { url } = await start();
    const { response, order } = await place(url, "k1");
    expect(response.status).toBe(201);
    expect(order.totals.total).toBe(4645);
    expect(printedOrder().line).toContain(`curl -sS ${url}/api/v1/orders`);
    expect(printedOrder().line).toContain(await token());
  });

  test("keeps its token to its owner", async () => {
    await start();
    expect((await stat(join(dataDir, "token"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, "jwt-secret"))).mode & 0o777).toBe(0o600);
  });

  test("accepts yesterday's token and reads yesterday's order after a restart", async () => {
    const first = await start();
    const yesterday = await token();
    const { order } = await place(first.url, "k2");
    await first.close();
    const second = await start();
    const response = await fetch(`${second.url}/api/v1/orders/${order.id}`, {
      headers: { authorization: `Bearer ${yesterday}` },
    });
    expect(await response.json()).toEqual(order);
  });

  test("serves documentation unless it is switched off", async () => {
    const { url } = await start({ ENABLE_DOCS: "false" });
    expect((await fetch(`${url}/docs`)).status).toBe(404);
    expect(said).not.toContain("/docs");
  });

  test("says which port is taken, and how to choose another", async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, "127.0.0.1", resolve));
    const address = squatter.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await expect(start({ PORT: String(port) })).rejects.toThrow(
      new RegExp(`Port ${port} .* is in use.*PORT=${port + 1} npm start`),
    );
    squatter.close();
  });

  test("says which database does not answer, without its password", async () => {
    const attempt = start({ DATABASE_URL: "postgresql://ordo:hunter2@127.0.0.1:1/shop" });
    await expect(attempt).rejects.toThrow(StartupError);
    await expect(attempt).rejects.toThrow(/127\.0\.0\.1:1\/shop .*DATABASE_URL/);
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });

  test("without a database of its own it brings one, and takes it down again", async () => {
    const server = await start({ DATABASE_URL: "" });
    expect((await place(server.url, "k3")).response.status).toBe(201);
    const pidFile = join(dataDir, "postgres", "instance", "cluster", "postmaster.pid");
    const postmaster = Number.parseInt(await readFile(pidFile, "utf8"), 10);
    expect(process.kill(postmaster, 0)).toBe(true);
    await server.close();
    await expect(fetch(`${server.url}/ping`)).rejects.toThrow("fetch failed");
    expect(() => process.kill(postmaster, 0)).toThrow("ESRCH");
  });
});

test("in production it neither seeds nor prints nor keeps a token", async () => {
  const dataDir = join(tmpdir(), `ordo-production-${process.pid}`);
  const config = readConfig({
    NODE_ENV: "production",
    PORT: "0",
    DATABASE_URL: databaseUrl(),
    JWT_SECRET: "0123456789abcdef0123456789abcdef",
    ORDO_DATA_DIR: dataDir,
  })._unsafeUnwrap();
  const said: string[] = [];
  const server = await serve(config, pino({ level: "silent" }), (message) => said.push(message));
  const ready = await fetch(`${server.url}/health/ready`);
  await server.close();
  expect(ready.status).toBe(200);
  expect(said).toEqual([]);
  await expect(stat(dataDir)).rejects.toThrow(/ENOENT/);
});
