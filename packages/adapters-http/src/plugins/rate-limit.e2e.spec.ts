import { parseList } from "structured-headers";
import { describe, expect, it } from "vitest";
import type { HttpOptions } from "../options.ts";
import { makeMemoryRateLimiter } from "../rate-limits/memory-rate-limiter.ts";
import { anApi, as } from "../testing/an-api.ts";

const quota = (amount: number) => ({ amount, windowSeconds: 60 });
const quotas = { read: quota(3), write: quota(2), anonymous: quota(2) };
const aLimitedApi = (change: Partial<HttpOptions> = {}) =>
  anApi({ rateLimits: { quotas }, ...change });

const orders = "/api/v1/orders";

describe("rule 12: rate limits", () => {
  it("say in structured fields what there is and what is left", async () => {
    const { get } = await aLimitedApi();
    await get(orders);
    const { headers } = await get(orders);
    expect(headers["ratelimit-policy"]).toBe('"read";q=3;w=60');
    const [[name, left] = []] = parseList(String(headers["ratelimit"]));
    expect(name).toBe("read");
    expect(left?.get("r")).toBe(1);
    expect(left?.get("t")).toSatisfy((t: number) => t > 50 && t <= 60);
  });

  it("answer 429 with Retry-After when nothing is left", async () => {
    const { get } = await aLimitedApi();
    for (let n = 0; n < 3; n += 1) expect((await get(orders)).statusCode).toBe(200);
    const refused = await get(orders);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: "too-many-requests" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.headers["ratelimit"]).toMatch(/^"read";r=0;t=\d+$/);
  });

  it("count reads and writes apart", async () => {
    const { get, post } = await aLimitedApi();
    for (let n = 0; n < 4; n += 1) await get(orders);
    expect((await post(orders, {})).statusCode).toBe(400);
    await post(orders, {});
    expect((await post(orders, {})).statusCode).toBe(429);
  });

  it("count each client apart, by its token and not by its address", async () => {
    const { get } = await aLimitedApi();
    for (let n = 0; n < 4; n += 1) await get(orders);
    const others = [{ sub: "other" }, { tenant: "01990000-0000-7000-8000-0000000000cc" }];
    for (const claims of others) expect((await get(orders, await as(claims))).statusCode).toBe(200);
  });

  it("count failed logins, by address", async () => {
    const { get } = await aLimitedApi();
    const guess = () => get(orders, { authorization: "Bearer guess" });
    expect((await guess()).statusCode).toBe(401);
    expect((await guess()).statusCode).toBe(401);
    expect((await guess()).statusCode).toBe(429);
    expect((await get(orders)).statusCode).toBe(200);
  });

  it("count requests for what is not served", async () => {
    const { app } = await aLimitedApi();
    const statuses: number[] = [];
    for (const url of ["/a", "/b", "/c"]) statuses.push((await app.inject(url)).statusCode);
    expect(statuses).toEqual([404, 404, 429]);
  });

  it("never count probes", async () => {
    const { app } = await aLimitedApi();
    for (let n = 0; n < 5; n += 1) expect((await app.inject("/health/ready")).statusCode).toBe(200);
  });

  it("believe X-Forwarded-For from trusted proxies alone", async () => {
    const ask = async (trustedProxies: readonly string[]) => {
      const { app } = await aLimitedApi({ trustedProxies });
      const statuses: number[] = [];
      for (const client of ["10.0.0.1", "10.0.0.2", "10.0.0.3"]) {
        const headers = { "x-forwarded-for": client };
        statuses.push((await app.inject({ url: "/nowhere", headers })).statusCode);
      }
      return statuses;
    };
    expect(await ask([])).toEqual([404, 404, 429]);
    expect(await ask(["127.0.0.1"])).toEqual([404, 404, 404]);
  });

  it("take all addresses of one IPv6 network for one client", async () => {
    const { app } = await aLimitedApi();
    const statuses: number[] = [];
    for (const remoteAddress of ["2001:db8:1:2::1", "2001:db8:1:2:ff::9", "2001:db8:1:2:3:4:5:6"])
      statuses.push((await app.inject({ url: "/nowhere", remoteAddress })).statusCode);
    expect(statuses).toEqual([404, 404, 429]);
    const remoteAddress = "2001:db8:1:3::1";
    expect((await app.inject({ url: "/nowhere", remoteAddress })).statusCode).toBe(404);
  });
});

describe("counting in memory", () => {
  it("is bounded: clients beyond the limit share one quota", async () => {
    const limiter = makeMemoryRateLimiter({ read: quota(1) }, 2);
    const take = async (client: string) => (await limiter.take("read", client)).allowed;
    expect([await take("a"), await take("b")]).toEqual([true, true]);
    expect([await take("c"), await take("d")]).toEqual([true, false]);
    expect(await take("a")).toBe(false);
  });
});
