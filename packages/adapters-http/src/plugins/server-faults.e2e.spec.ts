import { once } from "node:events";
import { connect } from "node:net";
import type { UseCases } from "@ordo/application";
import { anApplication } from "@ordo/application/testing";
import { errorCodes } from "fastify";
import { describe, expect, it } from "vitest";
import { anApi } from "../testing/an-api.ts";
import { aGuestOrder } from "../testing/orders.ts";
import { aRecordingLogger } from "../testing/recording-logger.ts";
import { aToken } from "../testing/tokens.ts";

const orders = "/api/v1/orders";

describe("an error of Fastify's that blames the request", () => {
  const thrown = new Map(
    Object.entries(errorCodes).flatMap(([name, make]) => {
      const error = new make("a", "b", "c");
      return error.statusCode && error.statusCode < 500 ? [[name, error] as const] : [];
    }),
  );

  it.each([...thrown.keys()])("%s is never ours", async (name) => {
    const api = await anApi({
      isUnavailable: () => true,
      routes: [
        async (app) =>
          void app.get("/throws", { config: { access: "public" } }, async () => {
            throw thrown.get(name) ?? new Error("unknown");
          }),
      ],
    });
    const response = await api.get("/throws");
    expect(Math.floor(response.statusCode / 100)).toBe(4);
    expect(response.headers["content-type"]).toBe("application/problem+json");
    expect(response.json().status).toBe(response.statusCode);
  });

  it("is found at all", () => {
    expect([...thrown.keys()]).toContain("FST_ERR_ROUTE_MISSING_CONTENT_TYPE");
  });
});

describe("a client that hangs up", () => {
  it("in mid-body is no outage of ours", async () => {
    const { logger, lines } = aRecordingLogger();
    const api = await anApi({ logger, isUnavailable: () => true });
    const port = Number(new URL(await api.app.listen({ host: "127.0.0.1", port: 0 })).port);
    const socket = connect(port, "127.0.0.1");
    socket.write(
      `POST ${orders} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${await aToken()}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    );
    const [request] = await once(api.app.server, "request");
    // The first byte of the body has been read: the request is being worked on.
    await expect.poll(() => request.listenerCount("data")).toBeGreaterThan(0);
    socket.destroy();

    await expect.poll(() => lines.map(({ message }) => message)).toContain("the client hung up");
    await api.app.close();
    expect(lines.filter(({ level }) => level !== "info")).toEqual([]);
    expect(lines.filter(({ status }) => status !== undefined && status >= 500)).toEqual([]);
  });
});

describe("rule 3: an error of ours tells nothing about the inside", () => {
  const failing = (error: Error): UseCases => ({
    ...anApplication().useCases,
    listOrders: async () => {
      throw error;
    },
  });

  it("answers a bug with 500", async () => {
    const application = {
      ...anApplication(),
      useCases: failing(new Error('column "secret" of relation "orders"')),
    };
    const response = await (await anApi({}, application)).get(orders);
    expect(response.statusCode).toBe(500);
    expect(response.json()).toMatchObject({ code: "internal-error" });
    expect(response.body).not.toMatch(/secret|relation|stack|Error:/);
  });

  it("answers an outage with 503 and Retry-After", async () => {
    const outage = new Error("ECONNREFUSED 10.0.0.7");
    const application = { ...anApplication(), useCases: failing(outage) };
    const api = await anApi({ isUnavailable: (error) => error === outage }, application);
    const response = await api.get(orders);
    expect(response.statusCode).toBe(503);
    expect(response.headers["retry-after"]).toBe("2");
    expect(response.body).not.toContain("10.0.0.7");
  });

  it("answers a write that takes too long with 503 too, when its body has long been read", async () => {
    const never: UseCases = {
      ...anApplication().useCases,
      placeOrder: () => new Promise(() => {}),
    };
    const api = await anApi(
      { limits: { handlerTimeoutMs: 200 } },
      { ...anApplication(), useCases: never },
    );
    const url = await api.app.listen({ host: "127.0.0.1", port: 0 });
    const response = await fetch(`${url}${orders}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await aToken()}`,
        "content-type": "application/json",
        "idempotency-key": "k1",
      },
      body: JSON.stringify(aGuestOrder()),
      signal: AbortSignal.timeout(10_000),
    });
    expect(response.status).toBe(503);
    await api.app.close();
  });

  it("answers a request that takes too long with 503", async () => {
    const never: UseCases = {
      ...anApplication().useCases,
      listOrders: () => new Promise(() => {}),
    };
    const api = await anApi(
      { limits: { handlerTimeoutMs: 20 } },
      { ...anApplication(), useCases: never },
    );
    const response = await api.get(orders);
    expect(response.statusCode).toBe(503);
    expect(response.body).not.toContain(":orderId");
    expect(response.json()).toMatchObject({ code: "unavailable" });
  });
});
