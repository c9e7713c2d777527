import { migrateToLatest } from "@ordo/adapters-postgres";
import {
  type EmbeddedTestServer,
  startEmbeddedTestServer,
  startStandby,
} from "@ordo/dev-postgres/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { RunningServer } from "./serve.ts";
import { aServer, aToken, placeOrder } from "./testing/a-server.ts";
import { startTcpProxy, type TcpProxy } from "./testing/tcp-proxy.ts";

const max_connections = 60;
const rounds = 20;

/** Always on embedded servers: a standby must share its primary's files and network, a container's it cannot. */
describe("guarantee 10: a read with a token is never stale", () => {
  const started = new AsyncDisposableStack();
  let primaryUrl: string;
  let replica: EmbeddedTestServer;
  let proxy: TcpProxy;
  let server: RunningServer;
  let token: string;
  let standby: pg.Pool;

  beforeAll(async () => {
    // A commit that does not wait for its log is sent to the standby when the log writer next wakes.
    const primary = await startEmbeddedTestServer(max_connections, { synchronous_commit: true });
    started.defer(() => primary.stop());
    primaryUrl = primary.url;
    await migrateToLatest(primaryUrl);
    replica = await startStandby(primary, { max_connections });
    started.defer(() => replica.stop());
    standby = new pg.Pool({ connectionString: replica.url, max: 1 });
    standby.on("error", () => undefined);
    started.defer(() => standby.end());
    proxy = await startTcpProxy(replica.url);
    started.defer(() => proxy.close());
    token = await aToken();
    server = await start();
  });
  afterAll(() => started.disposeAsync());

  const start = async (
    env: Record<string, string> = {},
    url = primaryUrl,
  ): Promise<RunningServer> => {
    const running = await aServer(url, {
      DATABASE_POOL_SIZE: "5",
      DATABASE_REPLICA_URL: proxy.url,
      DATABASE_REPLICA_MAX_LAG_MS: "600000",
      ...env,
    });
    started.defer(() => running.close());
    await vi.waitUntil(async () => (await degraded(running)) === undefined, patient);
    return running;
  };
  const patient = { timeout: 15_000, interval: 20 };
  const degraded = async ({ url }: RunningServer): Promise<unknown> => {
    const response = await fetch(`${url}/health/ready`);
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    return typeof body === "object" && body && "degraded" in body ? body.degraded : undefined;
  };

  const place = async () => {
    const response = await placeOrder(server.url, token);
    expect(response.status).toBe(201);
    return {
      path: response.headers.get("location") ?? "",
      consistency: response.headers.get("ordo-consistency") ?? undefined,
    };
  };
  const read = async (path: string, consistency?: string, { url } = server) => {
    const response = await fetch(`${url}${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(consistency !== undefined && { "ordo-consistency": consistency }),
      },
    });
    await response.body?.cancel();
    return { status: response.status, from: response.headers.get("ordo-served-by") ?? "primary" };
  };
  const paused = async (work: () => Promise<void>): Promise<void> => {
    await standby.query("select pg_wal_replay_pause()");
    const state = async () =>
      (await standby.query("select pg_get_wal_replay_pause_state() as state")).rows[0]?.state;
    await expect.poll(state, patient).toBe("paused");
    try {
      await work();
    } finally {
      await standby.query("select pg_wal_replay_resume()");
    }
  };
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")[1],
    );
  };

  test("while replay stands still: none of the reads with a token, every one that takes any state", async () => {
    const placed: Awaited<ReturnType<typeof place>>[] = [];
    await paused(async () => {
      for (let n = 0; n < rounds; n += 1) placed.push(await place());
      const withToken = await Promise.all(
        placed.map(({ path, consistency }) => read(path, consistency)),
      );
      expect(withToken).toEqual(placed.map(() => ({ status: 200, from: "primary" })));
      const without = await Promise.all(placed.map(({ path }) => read(path)));
      expect(without).toEqual(placed.map(() => ({ status: 200, from: "primary" })));
      const stale = await Promise.all(placed.map(({ path }) => read(path, "eventual")));
      expect(stale).toEqual(placed.map(() => ({ status: 404, from: "replica" })));
      await expect.poll(() => metric("ordo_replica_lag_seconds"), patient).toBeGreaterThan(0);
    });
    for (const { path, consistency } of placed)
      await expect
        .poll(() => read(path, consistency), patient)
        .toEqual({ status: 200, from: "replica" });
  });

  test("while it replays: all reads with a token find what was written, and the replica answers", async () => {
    const client = async (): Promise<string[]> => {
      const sources: string[] = [];
      for (let n = 0; n < rounds; n += 1) {
        const { path, consistency } = await place();
        const { status, from } = await read(path, consistency);
        expect(status).toBe(200);
        sources.push(from);
      }
      return sources;
    };
    const sources = (await Promise.all([client(), client(), client()])).flat();
    expect(sources).toContain("replica");
  });

  test("one that is too far behind answers nothing", async () => {
    const strict = await start({ DATABASE_REPLICA_MAX_LAG_MS: "1" });
    const { path } = await place();
    await expect
      .poll(() => read(path, "eventual", strict), patient)
      .toEqual({ status: 200, from: "replica" });
    await paused(async () => {
      await place();
      await expect
        .poll(() => read(path, "eventual", strict), patient)
        .toEqual({ status: 200, from: "primary" });
    });
  });

  test.each(["refuse", "swallow"] as const)(
    "one whose wire does %s fails no read, and answers again when it is back",
    async (fault) => {
      const { path, consistency } = await place();
      const fromReplica = { status: 200, from: "replica" };
      await expect.poll(() => read(path, "eventual"), patient).toEqual(fromReplica);
      proxy[fault]();
      for (let n = 0; n < rounds; n += 1)
        for (const asked of ["eventual", consistency, undefined])
          expect(await read(path, asked)).toEqual({ status: 200, from: "primary" });
      await expect.poll(() => degraded(server), patient).toEqual({ replica: "does not answer" });
      expect(await metric("ordo_replica_lag_seconds")).toBe(-1);
      const { consistency: later } = await place();
      proxy.forward();
      for (const asked of ["eventual", consistency, later])
        await expect.poll(() => read(path, asked), patient).toEqual(fromReplica);
      expect(await degraded(server)).toBeUndefined();
    },
  );

  test("one that is promoted answers nothing any more", async () => {
    const { path, consistency } = await place();
    await expect.poll(() => read(path, consistency), patient).toMatchObject({ from: "replica" });
    await standby.query("select pg_promote()");
    await expect.poll(() => degraded(server), patient).toEqual({ replica: "is no standby" });
    const { path: later, consistency: newer } = await place();
    for (const asked of ["eventual", newer, undefined])
      expect(await read(later, asked)).toEqual({ status: 200, from: "primary" });
  });

  test("after the failover a token of the old timeline is the primary's to answer, one of the new is not", async () => {
    const { path, consistency: old } = await place();
    const follower = await startStandby(replica, { max_connections });
    started.defer(() => follower.stop());
    const after = await start({ DATABASE_REPLICA_URL: follower.url }, replica.url);
    const placed = await placeOrder(after.url, token);
    const fresh = placed.headers.get("ordo-consistency") ?? undefined;
    const later = placed.headers.get("location") ?? "";
    await expect
      .poll(() => read(later, fresh, after), patient)
      .toEqual({ status: 200, from: "replica" });
    // It is lost, as the old primary alone had it; but that is for the new one to say.
    expect(await read(path, old, after)).toEqual({ status: 404, from: "primary" });
  });
});
