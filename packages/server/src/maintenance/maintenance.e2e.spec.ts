import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createDatabase, createPool, makePostgresOrderRepository } from "@ordo/adapters-postgres";
import { TenantId } from "@ordo/application";
import { aPlacement, freshId, placing } from "@ordo/application/testing";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { decide, OrderId, Timestamp } from "@ordo/domain";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { aToken, placeOrder, productionEnvironment, tenant } from "../testing/a-server.ts";

const databaseUrl = useTestDatabase();
const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const scope = "orders:read orders:write payments:read payments:write";

const order = z.object({
  id: z.string(),
  status: z.string(),
  payments: z.array(
    z.object({ operations: z.array(z.object({ type: z.string(), status: z.string() })) }),
  ),
});

describe("a running server, without anyone calling", () => {
  let child: ChildProcess;
  let url: string;
  let dataDir: string;
  let token: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "ordo-maintenance-"));
    // Not production, for the sake of the simulated provider.
    const env = productionEnvironment(databaseUrl(), {
      NODE_ENV: "test",
      ORDO_DATA_DIR: dataDir,
      LOG_FORMAT: "json",
      ENABLE_MAINTENANCE: "true",
      EXPIRE_INTERVAL_MS: "100",
      SETTLE_INTERVAL_MS: "100",
      FORGET_INTERVAL_MS: "100",
    });
    child = spawn(process.execPath, ["--conditions=@ordo/source", main], {
      env,
      stdio: ["ignore", "pipe", "ignore"],
    });
    url = await new Promise((resolve) => {
      let said = "";
      child.stdout?.on("data", (chunk) => {
        said += String(chunk);
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    token = await aToken({ scope });
  });
  afterAll(async () => {
    child.kill("SIGKILL");
    await rm(dataDir, { recursive: true, force: true });
  });

  const read = async (id: string) => {
    const response = await fetch(`${url}/api/v1/orders/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return order.parse(await response.json());
  };
  const asOwner = async (statement: string, values: readonly unknown[]) => {
    const client = new pg.Client({ connectionString: databaseUrl() });
    await client.connect();
    const { rowCount } = await client.query(statement, [...values]);
    await client.end();
    return rowCount;
  };

  const place = async (expiresAt: number) => {
    const pool = createPool({ url: databaseUrl(), max: 1 });
    const id = OrderId(freshId());
    const placement = { ...aPlacement(id), expiresAt: Timestamp(expiresAt) };
    await makePostgresOrderRepository(createDatabase(pool)).write({
      ...placing(TenantId(tenant), null, placement),
      decide: (before) => decide(before, placement),
    });
    await pool.end();
    return id;
  };

  test("an order whose deadline has passed is canceled", async () => {
    const [overdue, inTime] = [await place(Date.now() - 1), await place(Date.now() + 3_600_000)];
    await expect.poll(async () => (await read(overdue)).status).toBe("canceled");
    expect((await read(inTime)).status).toBe("pending");
  });

  test("a payment whose outcome was lost is settled under the key it was sent with", async () => {
    const { id } = order.parse(await (await placeOrder(url, token)).json());
    const response = await fetch(`${url}/api/v1/orders/${id}/payments`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": freshId(),
      },
      // The provider does it and loses the answer, once for each key; only under the same key does it tell.
      body: JSON.stringify({ amount: 100, provider: "simulated", reference: "timeout" }),
    });
    expect(response.status).toBe(201);
    const operations = async () => (await read(id)).payments[0]?.operations;
    await expect.poll(operations).toEqual([{ type: "authorization", status: "succeeded" }]);
  });

  test("a key older than 30 days is forgotten, and a younger one is not", async () => {
    const placeWith = async (key: string) => placeOrder(url, token, { key });
    for (const key of ["old", "young"]) expect((await placeWith(key)).status).toBe(201);
    const setBack = (key: string, age: string) =>
      asOwner(
        "update idempotency_keys set created_at = now() - $2::interval where key = $1 and tenant_id = $3",
        [key, age, tenant],
      );
    expect(await setBack("young", "29 days 23 hours")).toBe(1);
    expect(await setBack("old", "30 days 1 minute")).toBe(1);
    const isKnown = (key: string) =>
      asOwner("select from idempotency_keys where key = $1 and tenant_id = $2", [key, tenant]);
    await expect.poll(() => isKnown("old")).toBe(0);
    expect(await isKnown("young")).toBe(1);
    expect((await placeWith("young")).headers.get("idempotent-replayed")).toBe("true");
    expect((await placeWith("old")).headers.get("idempotent-replayed")).toBeNull();
  });

  test("and the metrics tell", async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toMatch(/^ordo_orders_expired_total 1$/m);
    expect(text).toMatch(/^ordo_payment_reconciliations_total\{outcome="settled"\} 1$/m);
    expect(text).toMatch(/^ordo_idempotency_keys_forgotten_total 1$/m);
    for (const task of ["expire_orders", "settle_payments", "forget_keys"])
      expect(text).toMatch(
        new RegExp(
          `^ordo_maintenance_run_duration_seconds_count\\{task="${task}",outcome="succeeded"\\}`,
          "m",
        ),
      );
  });

  test("at shutdown the order that is being seen to is finished", async () => {
    const holder = new pg.Client({ connectionString: databaseUrl() });
    await holder.connect();
    // Time enough to lock it before it falls due.
    const id = await place(Date.now() + 3_000);
    await holder.query("begin");
    await holder.query("select from orders where id = $1 for update", [id]);
    const waiting = async () => {
      const { rows } = await holder.query(
        "select from pg_stat_activity where application_name = 'ordo' and wait_event_type = 'Lock' and datname = current_database()",
      );
      return rows.length;
    };
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    const isClosed = () =>
      fetch(`${url}/ping`).then(
        () => false,
        () => true,
      );
    await expect.poll(isClosed, { timeout: 10_000 }).toBe(true);
    await holder.query("commit");
    expect(await exited).toEqual([0, null]);
    const { rows } = await holder.query("select status from orders where id = $1", [id]);
    await holder.end();
    expect(rows).toEqual([{ status: "canceled" }]);
  });
});
