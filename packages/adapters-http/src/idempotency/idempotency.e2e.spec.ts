import { beforeEach, describe, expect, it } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";
import { aGuestOrder, placeGuestOrder } from "../testing/orders.ts";

const orders = "/api/v1/orders";

describe("rule 4: a replay answers as the first request did", () => {
  let api: Api;
  beforeEach(async () => {
    api = await anApi();
  });
  const key = { "idempotency-key": "key-1" };

  it("with the same status, body, Location and ETag, although the order has moved on", async () => {
    const first = await api.post(orders, aGuestOrder(), key);
    await api.post(`${orders}/${first.json().id}/cancellation`, { reason: "r" });
    const again = await api.post(orders, aGuestOrder(), key);
    expect(again.statusCode).toBe(201);
    expect(again.body).toBe(first.body);
    expect(again.headers.location).toBe(first.headers.location);
    expect(again.headers.etag).toBe(first.headers.etag);
    expect(first.headers["idempotent-replayed"]).toBeUndefined();
    expect(again.headers["idempotent-replayed"]).toBe("true");
    expect((await api.get(orders)).json().items).toHaveLength(1);
  });

  it("for customers and products too", async () => {
    for (const [url, body] of [
      ["/api/v1/customers", { email: "ada@example.com" }],
      ["/api/v1/products", { sku: "A", title: "A", price: 1, currency: "EUR" }],
    ] as const) {
      const ownKey = { "idempotency-key": `key-of-${url}` };
      const first = await api.post(url, body, ownKey);
      expect(first.statusCode, first.body).toBe(201);
      expect(first.headers["idempotent-replayed"]).toBeUndefined();
      const again = await api.post(url, body, ownKey);
      expect(again.statusCode).toBe(201);
      expect(again.body).toBe(first.body);
      expect(again.headers["idempotent-replayed"]).toBe("true");
    }
  });

  it("for a recorded refusal to the byte, whatever the attempts are called", async () => {
    const id = await placeGuestOrder(api);
    const stale = { reason: "r", expectedVersion: 7 };
    const first = await api.post(`${orders}/${id}/cancellation`, stale, {
      ...key,
      "x-request-id": "attempt-1",
    });
    await api.post(`${orders}/${id}/cancellation`, { reason: "meanwhile" });
    const again = await api.post(`${orders}/${id}/cancellation`, stale, {
      ...key,
      "x-request-id": "attempt-2",
    });
    expect(first.statusCode).toBe(409);
    expect(again.statusCode).toBe(409);
    expect(again.body).toBe(first.body);
    expect(again.headers["idempotent-replayed"]).toBe("true");
    expect(again.headers["x-request-id"]).toBe("attempt-2");

    const anonymous = await api.post(`${orders}/${id}/cancellation`, stale, key);
    expect(anonymous.headers["x-request-id"]).toBe(first.json().requestId);
  });

  it("and not to another body, target or method: 422", async () => {
    const id = await placeGuestOrder(api);
    expect((await api.post(orders, aGuestOrder(), key)).statusCode).toBe(201);
    for (const response of [
      await api.post(orders, aGuestOrder({ note: "other" }), key),
      await api.post(`${orders}/${id}/cancellation`, { reason: "r" }, key),
    ]) {
      expect(response.statusCode).toBe(422);
      expect(response.json().code).toBe("idempotency-key-reused");
    }
    expect((await api.get(`${orders}/${id}`)).json().status).toBe("pending");
  });

  it("whatever the order of keys and the white space (RFC 8785)", async () => {
    const { email, ...rest } = aGuestOrder();
    const first = await api.post(orders, { email, ...rest }, key);
    const again = await api.post(orders, { ...rest, email }, key);
    expect(again.body).toBe(first.body);
  });

  // The store in memory claims a key at once; the race for one is run against PostgreSQL, in its adapter.
  it("to every request that was sent before the first was answered, with one effect", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.post(orders, aGuestOrder(), key)),
    );
    const bodies = new Set(
      answers.filter(({ statusCode }) => statusCode === 201).map(({ body }) => body),
    );
    expect(bodies.size).toBe(1);
    expect(answers.filter(({ statusCode }) => ![201, 409].includes(statusCode))).toEqual([]);
    expect((await api.get(orders)).json().items).toHaveLength(1);
  });

  it.each([
    ["missing", {}],
    ["with a space", { "idempotency-key": "a b" }],
    ["of 256 characters", { "idempotency-key": "x".repeat(256) }],
  ])("a key that is %s is 400 and says what to send", async (_name, headers) => {
    const response = await api.send({
      method: "POST",
      url: orders,
      headers: { "content-type": "application/json", ...headers },
      payload: JSON.stringify(aGuestOrder()),
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toEqual([
      { in: "header", pointer: "/idempotency-key", detail: expect.stringMatching(/^Send/) },
    ]);
  });

  it("answers 409 with Retry-After while the first request still runs", async () => {
    const { err } = await import("neverthrow");
    const busy = {
      ...api,
      useCases: {
        ...api.useCases,
        placeOrder: async () => ({
          result: err({ type: "IdempotencyKeyInUse" as const }),
          replayed: false,
        }),
      },
    };
    const response = await (await anApi({}, busy)).post(orders, aGuestOrder());
    expect(response.statusCode).toBe(409);
    expect(response.headers["retry-after"]).toBe("1");
  });
});
