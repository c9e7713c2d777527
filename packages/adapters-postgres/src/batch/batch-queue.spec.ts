import { TenantId } from "@ordo/application";
import { expect, test, vi } from "vitest";
import { BatchQueue } from "./batch-queue.ts";
import { Overloaded } from "./overloaded.ts";

const aQueue = (
  lanes: number,
  maxBatch: number,
  again: (item: string) => boolean = () => false,
  maxQueued = 5,
) => {
  const batches: (readonly string[])[] = [];
  const gates: (() => void)[] = [];
  const deadlines = new Map<string, number>();
  const late: string[] = [];
  const queue = new BatchQueue<string>(
    async (batch) => {
      batches.push(batch);
      await new Promise<void>((resolve) => gates.push(resolve));
      return batch.filter(again);
    },
    {
      tenantOf: (item) => TenantId(item.slice(0, 1)),
      deadlineOf: (item) => deadlines.get(item) ?? Infinity,
      giveUp: (item) => late.push(item),
    },
    { lanes, maxBatch, maxQueued },
  );
  const finish = (): void => gates.shift()?.();
  const until = (count: number) => vi.waitUntil(() => batches.length === count);
  return { queue, batches, gates, deadlines, late, finish, until };
};

test("what comes in while the lanes are busy leaves together, at most so many, of one tenant", async () => {
  const { queue, batches, finish, until } = aQueue(1, 2);
  queue.add("a1");
  await until(1);
  for (const item of ["a2", "b1", "a3", "a4"]) queue.add(item);
  finish();
  await until(2);
  finish();
  await until(3);
  finish();
  await until(4);
  expect(batches).toEqual([["a1"], ["a2", "a3"], ["b1"], ["a4"]]);
});

test("lanes run at once, no more than there are", async () => {
  const { queue, batches, finish, until } = aQueue(2, 1);
  for (const item of ["a1", "a2", "a3"]) queue.add(item);
  await until(2);
  expect(batches).toEqual([["a1"], ["a2"]]);
  finish();
  await until(3);
});

test.each([
  [20, [20]],
  [30, [24, 6]],
  [60, [30, 24]],
  [200, [64, 64]],
])("of %i that come together a lane leaves the others theirs", async (count, sizes) => {
  const { queue, batches, until } = aQueue(2, 64, undefined, 1_000);
  for (let n = 0; n < count; n += 1) queue.add(`a${String(n)}`);
  await until(sizes.length);
  expect(batches.map((batch) => batch.length)).toEqual(sizes);
});

test("what comes back goes first again", async () => {
  let tries = 0;
  const { queue, batches, finish, until } = aQueue(1, 2, () => (tries += 1) <= 2);
  for (const item of ["a1", "a2"]) queue.add(item);
  await until(1);
  queue.add("a3");
  finish();
  await until(2);
  expect(batches[1]).toEqual(["a1", "a2"]);
});

test("of what comes back a lane that is idle takes its share, too", async () => {
  let comeBack = 50;
  const { queue, batches, gates, until } = aQueue(2, 64, () => (comeBack -= 1) >= 0, 1_000);
  for (let n = 0; n < 74; n += 1) queue.add(`a${String(n)}`);
  await until(2);
  expect(batches.map((batch) => batch.length)).toEqual([37, 24]);
  comeBack = 0;
  gates[1]?.();
  await until(3);
  gates[2]?.();
  await vi.waitUntil(() => queue.length === 0);
  comeBack = 37;
  gates[0]?.();
  await until(5);
  expect(batches.slice(3).map((batch) => batch.length)).toEqual([24, 13]);
});

test("knows how many wait, those in a lane not among them", async () => {
  const { queue, finish, until } = aQueue(1, 2);
  queue.add("a1");
  await until(1);
  for (const item of ["a2", "a3", "b1"]) queue.add(item);
  expect(queue.length).toBe(3);
  finish();
  await until(2);
  expect(queue.length).toBe(1);
});

test("one too many is turned away", async () => {
  const { queue, until } = aQueue(1, 1);
  queue.add("a0");
  await until(1);
  for (let n = 1; n <= 5; n += 1) queue.add(`a${String(n)}`);
  expect(() => queue.add("a6")).toThrow(Overloaded);
});

test("what waits until its deadline is given up then, though the lanes are busy; what began goes on", async () => {
  const { queue, batches, deadlines, late, finish, until } = aQueue(1, 5);
  const now = performance.now();
  deadlines
    .set("a0", now)
    .set("a1", now + 200)
    .set("a2", now + 30)
    .set("b1", now + 60);
  queue.add("a0");
  await until(1);
  for (const item of ["a1", "a2", "a3", "b1"]) queue.add(item);
  await vi.waitUntil(() => late.length === 3, 5_000);
  expect(late).toEqual(["a2", "b1", "a1"]);
  expect(queue.length).toBe(1);
  finish();
  await until(2);
  expect(batches).toEqual([["a0"], ["a3"]]);
  expect(queue.length).toBe(0);
});
