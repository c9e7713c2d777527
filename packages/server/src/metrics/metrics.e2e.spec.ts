import { randomUUID } from "node:crypto";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { RunningServer } from "../serve.ts";
import { aServer, aToken, placeOrder } from "../testing/a-server.ts";

const databaseUrl = useTestDatabase();

describe("/metrics", () => {
  let server: RunningServer;
  let token: string;
  beforeAll(async () => {
    server = await aServer(databaseUrl());
    token = await aToken();
  });
  afterAll(() => server.close());

  const scrape = async () => (await fetch(`${server.url}/metrics`)).text();
  /** The value of one series, as written in the exposition format; 0 while it is not there. */
  const valueOf = async (series: string): Promise<number> => {
    const line = (await scrape()).split("\n").find((text) => text.startsWith(`${series} `));
    return Number(line?.slice(series.length) ?? 0);
  };
  /** How much the series grows while `work` runs. */
  const growth = async (series: string, work: () => Promise<unknown>): Promise<number> => {
    const before = await valueOf(series);
    await work();
    return (await valueOf(series)) - before;
  };

  test("is in Prometheus' text format", async () => {
    const response = await fetch(`${server.url}/metrics`);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(await response.text()).toMatch(/^ordo_build_info\{version="0.0.0",.*\} 1$/m);
  });

  test("counts and times every answer by its route, never by its URL", async () => {
    const id = "01990000-0000-7000-8000-00000000dead";
    const labels = 'method="GET",route="/api/v1/orders/:orderId"';
    const grown = await growth(`ordo_http_requests_total{${labels},status="404"}`, () =>
      fetch(`${server.url}/api/v1/orders/${id}`, { headers: { authorization: `Bearer ${token}` } }),
    );
    expect(grown).toBe(1);
    expect(await valueOf(`ordo_http_request_duration_seconds_count{${labels}}`)).toBe(1);
    expect(await scrape()).not.toContain(id);
  });

  test("gives what is not served one route, whatever was asked for", async () => {
    const series = 'ordo_http_requests_total{method="GET",route="none",status="404"}';
    const grown = await growth(series, async () => {
      for (const path of ["/a", "/b", "/c?d=e"]) await fetch(`${server.url}${path}`);
    });
    expect(grown).toBe(3);
  });

  test("counts a transition once, however often its request is repeated", async () => {
    const grown = await growth('ordo_order_transitions_total{transition="place"}', async () => {
      for (const key of ["k1", "k1", "k1", "k2"]) await placeOrder(server.url, token, { key });
    });
    expect(grown).toBe(2);
    const outcome = 'ordo_use_case_duration_seconds_count{use_case="placeOrder",outcome=';
    expect(await valueOf(`${outcome}"replayed"}`)).toBe(2);
  });

  test("counts rejections by the code of their problem", async () => {
    const grown = await growth('ordo_rejections_total{code="unauthenticated"}', () =>
      fetch(`${server.url}/api/v1/orders`),
    );
    expect(grown).toBe(1);
  });

  test("knows the pool", async () => {
    await Promise.all([placeOrder(server.url, token), placeOrder(server.url, token)]);
    const open = await valueOf('ordo_database_pool_connections{state="idle"}');
    expect(open).toBeGreaterThan(0);
    expect(await valueOf("ordo_database_pool_connections_limit")).toBe(10);
  });

  test("counts batches of writes by size, and times them", async () => {
    const grown = await growth("ordo_write_batch_items_sum", () => placeOrder(server.url, token));
    expect(grown).toBe(1);
    expect(await valueOf("ordo_write_batch_duration_seconds_sum")).toBeGreaterThan(0);
  });

  test("knows how long a transaction has held the change feed back", async () => {
    const writer = new Client({ connectionString: databaseUrl() });
    await writer.connect();
    await writer.query("begin; select pg_current_xact_id()");
    await placeOrder(server.url, token);
    const heldBack = await valueOf("ordo_journal_horizon_lag_seconds");
    await writer.query("rollback");
    await writer.end();
    expect(heldBack).toBeGreaterThan(0);
  });

  test("knows the writes that wait for a lock, and those behind them", async () => {
    const { id } = z
      .object({ id: z.string() })
      .parse(await (await placeOrder(server.url, token)).json());
    const holder = new Client({ connectionString: databaseUrl() });
    await holder.connect();
    await holder.query("begin");
    await holder.query("select from orders where id = $1 for update", [id]);
    const cancels: Promise<Response>[] = [];
    const cancel = () =>
      fetch(`${server.url}/api/v1/orders/${id}/cancellation`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
          "if-match": "*",
        },
        body: JSON.stringify({ reason: "customer" }),
      });
    await vi.waitUntil(async () => {
      cancels.push(cancel());
      return (await valueOf("ordo_write_queue_length")) > 0;
    }, 10_000);
    await holder.query("rollback");
    await holder.end();
    await Promise.all(cancels);
    expect(await valueOf("ordo_write_queue_length")).toBe(0);
  });

  test("watches the process and its event loop", async () => {
    expect(await valueOf("process_resident_memory_bytes")).toBeGreaterThan(1e6);
    expect(await valueOf("nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
  });

  test("can be switched off", async () => {
    const silent = await aServer(databaseUrl(), { ENABLE_METRICS: "false" });
    expect((await fetch(`${silent.url}/metrics`)).status).toBe(404);
    await silent.close();
  });
});
