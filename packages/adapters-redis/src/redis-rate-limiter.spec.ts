import type { RateLimiter } from "@ordo/application";
import { createClient } from "@redis/client";
import { afterEach, describe, expect, test } from "vitest";
import { makeRedisRateLimiter, type RedisRateLimiter } from "./redis-rate-limiter.ts";
import { freePort, isRedisInstalled, startRedis } from "./testing/redis-server.ts";

const quotas = { read: { amount: 3, windowSeconds: 60 }, write: { amount: 1, windowSeconds: 60 } };

/** Says of itself that it answered. */
const fallback: RateLimiter = {
  take: async () => ({ allowed: true, remaining: 999, resetSeconds: 1 }),
};

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).toReversed()) await undo();
});

const anInstance = (port: number) => {
  const heard: string[] = [];
  const limiter: RedisRateLimiter = makeRedisRateLimiter({
    url: `redis://127.0.0.1:${port}`,
    quotas,
    fallback,
    observer: { up: () => heard.push("up"), down: () => heard.push("down") },
  });
  cleanUp.push(() => limiter.close());
  return { heard, take: (quota: string, client: string) => limiter.take(quota, client) };
};

const remaining = async ({ take }: Pick<RateLimiter, "take">, quota = "read", client = "a") =>
  (await take(quota, client)).remaining;

test("without Redis each instance counts for itself, and says so once", async () => {
  const instance = anInstance(await freePort());
  expect(await remaining(instance)).toBe(999);
  await expect.poll(() => instance.heard).toEqual(["down"]);
  expect(await remaining(instance)).toBe(999);
});

const aRedis = async () => {
  const port = await freePort();
  const redis = startRedis(port);
  cleanUp.push(() => redis.stop());
  return { port, redis };
};
const aReadyInstance = async (port: number) => {
  const instance = anInstance(port);
  await expect.poll(() => instance.heard.at(-1)).toBe("up");
  return instance;
};

const withRedis: Readonly<Record<string, () => Promise<void>>> = {
  "instances share one count for each client and quota": async () => {
    const { port } = await aRedis();
    const [one, two] = [await aReadyInstance(port), await aReadyInstance(port)];
    expect([await remaining(one), await remaining(two), await remaining(one)]).toEqual([2, 1, 0]);
    const { allowed, resetSeconds } = await two.take("read", "a");
    expect(allowed).toBe(false);
    expect(resetSeconds).toSatisfy((seconds: number) => seconds > 50 && seconds <= 60);
    expect((await two.take("read", "b")).allowed).toBe(true);
    expect((await two.take("write", "a")).allowed).toBe(true);
  },

  "Redis killed means counting alone, and together again when it is back": async () => {
    const { port, redis } = await aRedis();
    const instance = await aReadyInstance(port);
    expect(await remaining(instance)).toBe(2);
    await redis.stop();
    expect(await remaining(instance)).toBe(999);
    await expect.poll(() => instance.heard.at(-1)).toBe("down");
    const again = startRedis(port);
    cleanUp.push(() => again.stop());
    await expect.poll(() => remaining(instance), { timeout: 10_000 }).toBeLessThan(3);
    expect(instance.heard.slice(-3)).toEqual(["up", "down", "up"]);
  },

  "a Redis that hangs holds nobody up": async () => {
    const { port } = await aRedis();
    const instance = await aReadyInstance(port);
    const other = createClient({ url: `redis://127.0.0.1:${port}` });
    await other.connect();
    // Every command waits for as long as it says.
    await other.sendCommand(["CLIENT", "PAUSE", "60000", "ALL"]);
    expect(await remaining(instance)).toBe(999);
    expect(instance.heard.at(-1)).toBe("down");
    other.destroy();
  },
};

const notRun = "the tests with Redis did not run, for redis-server is not installed";
const withoutRedis: typeof withRedis = {
  [notRun]: async () => expect(isRedisInstalled()).toBe(false),
};

describe("with Debian's redis-server", () => {
  test.each(Object.entries(isRedisInstalled() ? withRedis : withoutRedis))("%s", (_name, run) =>
    run(),
  );
});
