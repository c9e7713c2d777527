import { type MaintenanceReport, type MaintenanceTask, TenantId } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import { pino } from "pino";
import { Registry } from "prom-client";
import { afterEach, expect, test, vi } from "vitest";
import { makeMaintenanceMetrics } from "../metrics/maintenance-metrics.ts";
import { nothingDone } from "../testing/nothing-done.ts";
import { Scheduler } from "./scheduler.ts";

const hour = 3_600_000;

let stopping: (() => Promise<void>) | undefined;
afterEach(() => stopping?.());

/** Expiring orders by this task, at this interval, with what it logs and measures. */
const scheduled = (
  run: MaintenanceTask,
  { intervalMs = 1, random }: { intervalMs?: number; random?: () => number } = {},
) => {
  const registry = new Registry();
  const log: Record<string, unknown>[] = [];
  const logger = pino(
    { level: "debug", formatters: { level: (label) => ({ level: label }) } },
    { write: (line: string) => void log.push(JSON.parse(line)) },
  );
  const scheduler = new Scheduler({
    tasks: [{ name: "expire_orders", intervalMs, run }],
    observer: makeMaintenanceMetrics(registry),
    logger,
    random: random ?? (() => 0),
  });
  stopping = () => scheduler.stop();
  scheduler.start();
  const counted = async (series: string) => {
    const line = (await registry.metrics()).split("\n").find((text) => text.startsWith(series));
    return Number(line?.split(" ").at(-1) ?? 0);
  };
  return { scheduler, log, counted };
};

test("a task runs again and again, and never twice at once, however long it takes", async () => {
  let [runs, running, most] = [0, 0, 0];
  scheduled(async () => {
    runs += 1;
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return nothingDone;
  });
  await vi.waitUntil(() => runs >= 5);
  expect(most).toBe(1);
});

test("a run that fails is logged with what to do, counted, and tried again", async () => {
  let runs = 0;
  const { log, counted } = scheduled(() => {
    runs += 1;
    return runs < 3 ? Promise.reject(new Error("database is gone")) : Promise.resolve(nothingDone);
  });
  await vi.waitUntil(() => runs >= 4);
  const errors = log.filter(({ level }) => level === "error");
  expect(errors).toHaveLength(2);
  expect(errors[0]).toMatchObject({
    task: "expire_orders",
    err: { message: "database is gone" },
    msg: expect.stringMatching(/tried again .*runbooks\/maintenance-not-succeeding\.md$/),
  });
  const series = "ordo_maintenance_run_duration_seconds_count";
  expect(await counted(`${series}{task="expire_orders",outcome="failed"}`)).toBe(2);
  expect(await counted(`${series}{task="expire_orders",outcome="succeeded"}`)).toBeGreaterThan(0);
});

test("an order that broke is named, and its run is no success", async () => {
  const [tenantId, orderId] = [TenantId("t-1"), OrderId("o-1")];
  const failures = [{ tenantId, orderId, error: new Error("cannot be decoded") }];
  const { log, counted } = scheduled(async () => ({ ...nothingDone, done: 2, failures }));
  await vi.waitUntil(() => log.some(({ msg }) => msg === "maintenance ran"));
  expect(log[0]).toMatchObject({ level: "error", tenantId, orderId });
  expect(await counted("ordo_orders_expired_total")).toBeGreaterThanOrEqual(2);
  const success = 'ordo_maintenance_run_duration_seconds_count{task="expire_orders",outcome="succ';
  expect(await counted(success)).toBe(0);
});

test("stopping waits for what is under way, which is told, and nothing runs after", async () => {
  const begun = Promise.withResolvers<() => boolean>();
  const end = Promise.withResolvers<MaintenanceReport>();
  let runs = 0;
  const { scheduler } = scheduled((run) => {
    runs += 1;
    begun.resolve(run?.shouldStop ?? (() => false));
    return end.promise;
  });
  const shouldStop = await begun.promise;
  expect(shouldStop()).toBe(false);
  let stopped = false;
  const stop = scheduler.stop().then(() => (stopped = true));
  expect(shouldStop()).toBe(true);
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  end.resolve({ ...nothingDone, done: 5, remaining: true });
  await stop;
  expect(runs).toBe(1);
});

test("stopping does not wait for the next run", async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    return nothingDone;
  };
  const { scheduler } = scheduled(run, { intervalMs: hour, random: () => 1 });
  await scheduler.stop();
  expect(runs).toBe(0);
});

test("goes on at once while there is more that can be done, and not over what cannot", async () => {
  const reports: readonly MaintenanceReport[] = [
    { ...nothingDone, done: 10, remaining: true },
    { ...nothingDone, done: 10, skipped: 1, remaining: true },
    { ...nothingDone, skipped: 10_000, remaining: true },
  ];
  let runs = 0;
  const { log } = scheduled(
    async () => {
      runs += 1;
      return reports[runs - 1] ?? nothingDone;
    },
    { intervalMs: hour },
  );
  await vi.waitUntil(() => log.length >= 3);
  expect(runs).toBe(3);
});

test("says since when nothing has succeeded, also before the first run", async () => {
  const { counted } = scheduled(async () => nothingDone, { intervalMs: hour, random: () => 1 });
  const task = '{task="expire_orders"}';
  const since = await counted(`ordo_maintenance_last_success_timestamp_seconds${task}`);
  expect(Math.abs(Date.now() / 1_000 - since)).toBeLessThan(60);
  expect(await counted(`ordo_maintenance_interval_seconds${task}`)).toBe(3_600);
});
