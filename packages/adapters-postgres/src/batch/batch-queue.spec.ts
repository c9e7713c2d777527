import { TenantId } from "@ordo/application";
import { expect, test, vi } from "vitest";
import { BatchQueue } from "./batch-queue.ts";
import { Overloaded } from "./overloaded.ts";

const aQueue = (
  lanes: number,
  maxBatch: number,
  again: (item: string) => boolean = () => false,
) => {
  const batches: (readonly string[])[] = [];
  const gates: (() => void)[] = [];
  const queue = new BatchQueue<string>(
    async (batch) => {
      batches.push(batch);
      await new Promise<void>((resolve) => gates.push(resolve));
      return batch.filter(again);
    },
    (item) => TenantId(item.slice(0, 1)),
    { lanes, maxBatch, maxQueued: 5 },
  );
  const finish = (): void => gates.shift()?.();
  const until = (count: number) => vi.waitUntil(() => batches.length === count);
  return { queue, batches, finish, until };
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
