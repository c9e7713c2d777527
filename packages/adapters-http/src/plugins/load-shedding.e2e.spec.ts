import { anApplication } from "@ordo/application/testing";
import { describe, expect, it } from "vitest";
import { anApi } from "../testing/an-api.ts";
import { aToken } from "../testing/tokens.ts";

/** An API whose lists never come, so that whoever asks for one stays. */
const aBusyApi = async (admission: object) => {
  const application = anApplication();
  const released = Promise.withResolvers<void>();
  const listOrders: typeof application.useCases.listOrders = async (input, context) => {
    await released.promise;
    return application.useCases.listOrders(input, context);
  };
  const useCases = { ...application.useCases, listOrders };
  const { app } = await anApi({ admission }, { ...application, useCases });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const headers = { authorization: `Bearer ${await aToken()}` };
  const ask = (path: string) => fetch(`${url}${path}`, { headers });
  return { app, ask, release: released.resolve };
};

const orders = "/api/v1/orders";

describe("rule 12: overload", () => {
  it("answers 503 with Retry-After when there is no room, and serves those it let in", async () => {
    const { app, ask, release } = await aBusyApi({ maxInFlight: 2, maxWaiting: 1 });
    const accepted = [ask(orders), ask(orders), ask(orders)];
    await expect.poll(async () => (await ask("/api/v1/products/1")).status).toBe(503);
    const refused = await ask(`${orders}?limit=1`);
    expect(refused.headers.get("retry-after")).toBe("2");
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(await refused.json()).toMatchObject({
      status: 503,
      code: "overloaded",
      instance: orders,
      requestId: refused.headers.get("x-request-id"),
    });
    release();
    for (const answer of await Promise.all(accepted)) expect(answer.status).toBe(200);
    expect((await ask(orders)).status).toBe(200);
    await app.close();
  });

  it("answers 503 to whoever waited too long", async () => {
    const { app, ask, release } = await aBusyApi({ maxInFlight: 1, maxWaitMs: 20 });
    const first = ask(orders);
    const second = await ask(orders);
    expect(await second.json()).toMatchObject({ status: 503, code: "overloaded" });
    release();
    expect((await first).status).toBe(200);
    await app.close();
  });

  it("answers probes all the while", async () => {
    const { app, ask, release } = await aBusyApi({ maxInFlight: 1, maxWaiting: 0 });
    const first = ask(orders);
    await expect.poll(async () => (await ask("/api/v1/products/1")).status).toBe(503);
    for (const probe of ["/ping", "/health/live", "/health/ready"])
      expect((await ask(probe)).status).toBe(200);
    release();
    await first;
    await app.close();
  });

  it("turns requests away while the event loop is late, and answers probes", async () => {
    const api = await anApi({ limits: { eventLoopDelayMs: 1 } });
    const late = async () => {
      const until = performance.now() + 100;
      while (performance.now() < until);
      return (await api.get(orders)).json<{ code?: string }>().code;
    };
    await expect.poll(late, { timeout: 10_000 }).toBe("overloaded");
    expect((await api.app.inject("/health/live")).statusCode).toBe(200);
  });
});
