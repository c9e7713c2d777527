import { err } from "neverthrow";
import type pg from "pg";
import type { OrdoDatabase } from "../database.ts";
import { batchFailure } from "./batch-failure.ts";
import { deadlinePassed, type QueuedWrite, tenantOf } from "./queued-write.ts";
import { resolveClaims } from "./resolve-claims.ts";
import { Overloaded } from "../batch/overloaded.ts";
import { settleBatch, type Unsettled } from "./settle-batch.ts";
import { checkOut } from "../connection/check-out.ts";
import { replanAsTablesGrow } from "../connection/replan-as-tables-grow.ts";
import { withConnection } from "../connection/with-connection.ts";
import { writeBatch } from "./write-batch.ts";
import type { WriteObserver } from "./write-observer.ts";

/** Where batches go, and who is told of them. */
interface ObservedDatabase {
  readonly database: OrdoDatabase;
  readonly observer: WriteObserver;
}

/** Rivals may get in the way of a write this often. */
const maxAttempts = 8;

/** Answers writes of one tenant, all but those that it gives back to be queued again. Never throws. */
export const runBatch = async (
  storage: ObservedDatabase,
  batch: readonly QueuedWrite[],
): Promise<readonly QueuedWrite[]> => {
  const { leaders, followers } = splitByKey(inTime(batch));
  const again = new Set(await runLeaders(storage, leaders));
  const unclear: Unsettled["unclear"] = [];
  for (const { write, leader } of followers)
    if (again.has(leader)) again.add(write);
    else unclear.push({ write, otherwise: undefined });
  for (const write of await fromKeys(storage, { again: [], unclear })) again.add(write);
  // In their old order: who came first decides who gets the last unit.
  return batch.filter((write) => again.has(write));
};

const inTime = (batch: readonly QueuedWrite[]): readonly QueuedWrite[] =>
  batch.filter((write) => {
    if (performance.now() <= write.deadline) return true;
    deadlinePassed(write);
    return false;
  });

/** Of the writes under one key the first goes ahead; what its key then stands for answers the others. */
const splitByKey = (batch: readonly QueuedWrite[]) => {
  const claimed = new Map<string, QueuedWrite>();
  const leaders: QueuedWrite[] = [];
  const followers: { readonly write: QueuedWrite; readonly leader: QueuedWrite }[] = [];
  for (const write of batch) {
    const { claim } = write.request;
    const id = claim && `${claim.clientId.length} ${claim.clientId}${claim.key}`;
    const leader = id === null ? undefined : claimed.get(id);
    if (leader) followers.push({ write, leader });
    else leaders.push(write);
    if (id !== null && !leader) claimed.set(id, write);
  }
  return { leaders, followers };
};

const runLeaders = async (
  storage: ObservedDatabase,
  waiting: readonly QueuedWrite[],
): Promise<readonly QueuedWrite[]> => {
  if (waiting.length === 0) return [];
  let client: pg.PoolClient;
  try {
    client = await checkOut(storage.database.pool, lastDeadline(waiting));
  } catch (error) {
    if (!(error instanceof Overloaded)) return failed(waiting, error);
    for (const write of waiting) deadlinePassed(write);
    return [];
  }
  const writes = inTime(waiting);
  const [first] = writes;
  if (first === undefined) {
    client.release();
    return [];
  }
  try {
    const result = await withConnection(client, (connected) =>
      observed(storage.observer, writes, async () => {
        await replanAsTablesGrow(connected);
        return writeBatch(connected, tenantOf(first), writes);
      }),
    );
    return await fromKeys(storage, settleBatch(result));
  } catch (error) {
    return afterFailure(storage, writes, error);
  }
};

/** As long as somebody waits. */
const lastDeadline = (writes: readonly QueuedWrite[]): number =>
  Math.max(...writes.map(({ deadline }) => deadline));

const observed = async <T>(
  observer: WriteObserver,
  writes: readonly QueuedWrite[],
  work: () => Promise<T>,
): Promise<T> => {
  const start = performance.now();
  try {
    return await work();
  } finally {
    observer.batchWritten({ items: writes.length, seconds: (performance.now() - start) / 1_000 });
  }
};

/** Answers from their keys the writes that are unclear. */
const fromKeys = async (
  storage: ObservedDatabase,
  { again, unclear }: Unsettled,
): Promise<readonly QueuedWrite[]> => {
  const writes = unclear.map(({ write }) => write);
  const [first] = writes;
  if (first !== undefined) {
    try {
      const tenantId = tenantOf(first);
      const known = await resolveClaims(storage.database.forTenant(tenantId), tenantId, writes);
      for (const [index, { write, otherwise }] of unclear.entries()) {
        const answer = known[index] ?? otherwise;
        if (answer) write.answer(answer);
        else again.push(...onceMore([write]));
      }
    } catch (error) {
      failed(writes, error);
    }
  }
  return again;
};

const afterFailure = async (
  storage: ObservedDatabase,
  writes: readonly QueuedWrite[],
  error: unknown,
): Promise<readonly QueuedWrite[]> => {
  const failure = batchFailure(error);
  switch (failure) {
    case "again":
      return onceMore(writes, error);
    case "order exists":
      for (const write of writes) write.exists = true;
      return onceMore(writes, error);
    case "key in use":
    case "lock timeout":
      if (writes.length === 1) return lockTimedOut(writes, failure === "key in use", error);
      for (const write of writes) write.alone = true;
      return writes;
    case "bad data":
      return writes.length === 1 ? failed(writes, error) : bisected(storage, writes);
    case "connection lost":
      return retriedByKey(writes, error);
    case "fault":
      return failed(writes, error);
  }
};

const bisected = async (
  storage: ObservedDatabase,
  writes: readonly QueuedWrite[],
): Promise<readonly QueuedWrite[]> => {
  const middle = writes.length >> 1;
  const again = await runLeaders(storage, writes.slice(0, middle));
  const rest = writes.slice(middle);
  // Nobody overtakes: who came first decides who gets the last unit.
  return again.length > 0 ? [...again, ...rest] : runLeaders(storage, rest);
};

const lockTimedOut = (
  writes: readonly QueuedWrite[],
  keyInUse: boolean,
  error: unknown,
): readonly QueuedWrite[] => {
  if (!keyInUse) return failed(writes, error);
  for (const { answer } of writes)
    answer({ result: err({ type: "IdempotencyKeyInUse" }), replayed: false });
  return [];
};

/** A write under a key may be tried again whatever became of it: if it was done, its key has the answer. */
const retriedByKey = (writes: readonly QueuedWrite[], error: unknown): readonly QueuedWrite[] =>
  writes.filter((write) => {
    if (write.request.claim === null || write.retriedAfterLoss) {
      write.fail(error);
      return false;
    }
    write.retriedAfterLoss = true;
    return true;
  });

const onceMore = (
  writes: readonly QueuedWrite[],
  reason: unknown = new Overloaded("rivals took this write's key too often"),
): readonly QueuedWrite[] =>
  writes.filter((write) => {
    write.attempts += 1;
    if (write.attempts < maxAttempts) return true;
    write.fail(reason);
    return false;
  });

const failed = (writes: readonly QueuedWrite[], error: unknown): readonly QueuedWrite[] => {
  for (const { fail } of writes) fail(error);
  return [];
};
