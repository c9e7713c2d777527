import { anApplication } from "@ordo/application/testing";
import { describe, expect, it } from "vitest";
import { anApi } from "../testing/an-api.ts";

/** An API whose lists never come, so that whoever asks for one stays. */
const aBusyApi = async (admission: object) => {
  const application = anApplication();
  const released = Promise.withResolvers<void>();
  const listOrders: typeof application.useCases.listOrders = async (input, context) => {
    await released.promise;
    return application.useCases.listOrders(input, context);
  };
  const useCases = { ...application.useCases, listOrders };
  const api = await anApi({ admission }, { ...application, useCases });
  return { ...api, release: released.resolve };
};

const orders = "/api/v1/orders";

describe("rule 12: overload", () => {
  it("answers 503 with Retry-After when there is no room, and serves those it let in", async () => {
    const { get, post, release } = await aBusyApi({ maxInFlight: 2, maxWaiting: 1 });
    const accepted = [get(orders), get(orders), get(orders)];
    await expect.poll(async () => (await post(orders, {})).statusCode).toBe(503);
    const refused = await post(orders, {});
    expect(refused.json()).toMatchObject({ code: "overloaded" });
    expect(refused.headers["retry-after"]).toBe("2");
    release();
    for (const answer of await Promise.all(accepted)) expect(answer.statusCode).toBe(200);
    expect((await get(orders)).statusCode).toBe(200);
  });

  it("answers 503 to whoever waited too long", async () => {
    const { get, release } = await aBusyApi({ maxInFlight: 1, maxWaiting: 10, maxWaitMs: 20 });
    const first = get(orders);
    const second = await get(orders);
    expect(second.json()).toMatchObject({ status: 503, code: "overloaded" });
    release();
    expect((await first).statusCode).toBe(200);
  });

  it("answers probes all the while", async () => {
    const { app, get, release } = await aBusyApi({ maxInFlight: 1, maxWaiting: 0 });
    const first = get(orders);
    await expect.poll(async () => (await get(orders)).statusCode).toBe(503);
    for (const probe of ["/ping", "/health/live", "/health/ready"])
      expect((await app.inject(probe)).statusCode).toBe(200);
    release();
    await first;
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
