import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPool } from "../pool.ts";
import { ReplicaLost } from "./replica-fault.ts";
import { ReplicaProgress } from "./replica-progress.ts";
import type { WalPosition } from "./wal-position.ts";

const at = (lsn: bigint, timeline = 1): WalPosition => ({ cluster: "7", timeline, lsn });

/** A standby that says what it is told to say. */
const aStandby = () => {
  const pool = createPool({ url: "postgresql://ordo@127.0.0.1:1/none", max: 1, readOnly: true });
  const says = { standby: true, cluster: "7", timeline: 1, lsn: "10" };
  const query = vi.fn<() => Promise<{ rows: object[] }>>(async () => ({ rows: [{ ...says }] }));
  Object.assign(pool, { query });
  return { pool, says, query };
};

let standby: ReturnType<typeof aStandby>;
let progress: ReplicaProgress;
const observer = { lost: vi.fn<() => void>(), found: vi.fn<() => void>() };
beforeEach(async () => {
  vi.clearAllMocks();
  standby = aStandby();
  progress = new ReplicaProgress(standby.pool, { observer, onLook: () => undefined });
  await vi.waitUntil(() => progress.fault === null);
});
afterEach(() => progress.close());

test("what is replayed is reached at once, what is not yet is waited for, what does not come is not", async () => {
  expect(await progress.reached(at(10n), 0)).toBe(true);
  const later = progress.reached(at(12n), 10_000);
  standby.says.lsn = "12";
  expect(await later).toBe(true);
  expect(await progress.reached(at(13n), 20)).toBe(false);
});

test("many that wait share its looks", async () => {
  const all = Array.from({ length: 1_000 }, () => progress.reached(at(12n), 50));
  expect(await Promise.all(all)).not.toContain(true);
  expect(standby.query.mock.calls.length).toBeLessThan(30);
});

test("further along another timeline is not as far", async () => {
  standby.says.timeline = 2;
  standby.says.lsn = "99";
  expect(await progress.reached(at(20n), 50)).toBe(false);
  expect(await progress.reached(at(20n, 2), 0)).toBe(true);
});

test("one that is gone is reported once, has reached nothing, and gives up what runs on it", async () => {
  const running = progress.whileUp(() => new Promise(() => undefined));
  standby.query.mockRejectedValue(new Error("gone"));
  expect(await progress.reached(at(11n), 10_000)).toBe(false);
  await expect(running).rejects.toThrow(ReplicaLost);
  expect(await progress.reached(at(10n), 10_000)).toBe(false);
  expect(progress.fault).toBe("does not answer");
  expect(observer.lost).toHaveBeenCalledTimes(1);
  standby.query.mockResolvedValue({ rows: [standby.says] });
  await vi.waitUntil(() => progress.fault === null, 5_000);
  expect(observer.found).toHaveBeenCalledTimes(2);
});

test("one that takes writes is no replica", async () => {
  standby.says.standby = false;
  expect(await progress.reached(at(11n), 10_000)).toBe(false);
  expect(progress.fault).toBe("is no standby");
});

test("a connection to one that has less than it had is refused", async () => {
  await progress.inspect(standby.pool);
  const restarted = aStandby();
  restarted.says.lsn = "9";
  await expect(progress.inspect(restarted.pool)).rejects.toThrow(ReplicaLost);
});
