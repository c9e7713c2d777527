import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RunningServer } from "./serve.ts";
import { aServer, aToken, placeOrder } from "./testing/a-server.ts";
import { startTcpProxy, type TcpProxy } from "./testing/tcp-proxy.ts";

const url = useTestDatabase();
const count = 40;

let proxy: TcpProxy;
let server: RunningServer;
let token: string;
beforeEach(async () => {
  proxy = await startTcpProxy(url());
  server = await aServer(proxy.url, { REQUEST_TIMEOUT_MS: "1000", DATABASE_POOL_SIZE: "4" });
  token = await aToken();
});
afterEach(async () => {
  await server.close();
  await proxy.close();
});

const code = async (response: Response): Promise<unknown> => {
  const body: unknown = await response.json();
  return typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
};

test("a database that falls silent: all requests are answered meanwhile, and what was not done is said so, and so", async () => {
  expect((await placeOrder(server.url, token)).status).toBe(201);
  proxy.swallow();
  const keys = Array.from({ length: count }, (_, n) => `k${n}`);
  // Answered while the database is silent still.
  const answers = await Promise.all(keys.map((key) => placeOrder(server.url, token, { key })));
  expect(answers.map(({ status }) => status)).toEqual(keys.map(() => 503));
  expect(answers.map(({ headers }) => headers.get("retry-after"))).not.toContain(null);
  const codes = await Promise.all(answers.map(code));
  proxy.forward();
  await expect
    .poll(async () => (await placeOrder(server.url, token)).status, { timeout: 20_000 })
    .toBe(201);

  const again = await Promise.all(keys.map((key) => placeOrder(server.url, token, { key })));
  expect(again.map(({ status }) => status)).toEqual(keys.map(() => 201));
  const undone = again.filter((_, n) => codes[n] === "overloaded");
  expect(undone.length).toBeGreaterThan(0);
  expect(undone.filter(({ headers }) => headers.has("idempotent-replayed"))).toEqual([]);
});
