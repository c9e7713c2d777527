import { connect } from "node:net";
import { once } from "node:events";
import type { UseCases } from "@ordo/application";
import { anApplication } from "@ordo/application/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";
import { aGuestOrder } from "../testing/orders.ts";

const orders = "/api/v1/orders";
const anId = "01990f3e-7b5a-7c3e-9d2b-5f0c6a1e8d42";

describe("rule 1: every error is a problem that says what to do next", () => {
  let api: Api;
  beforeAll(async () => {
    api = await anApi({ limits: { bodyBytes: 2000 } });
  });

  const json = { "content-type": "application/json", "idempotency-key": "k" };
  const cases: readonly [string, Parameters<Api["send"]>[0], number, string][] = [
    ["malformed JSON", { method: "POST", url: orders, headers: json, payload: "{" }, 400, "malformed-json"],
    ["an empty body", { method: "POST", url: orders, headers: json, payload: "" }, 400, "malformed-json"],
    ["a body that is not UTF-8", { method: "POST", url: orders, headers: json, payload: Buffer.from([0x22, 0xff, 0x22]) }, 400, "malformed-json"],
    ["a poisoned prototype", { method: "POST", url: orders, headers: json, payload: '{"__proto__":{}}' }, 400, "malformed-json"],
    ["no body", { method: "POST", url: orders, headers: { "idempotency-key": "k" } }, 400, "invalid-request"],
    ["a malformed URL", { method: "GET", url: "/api/v1/orders/%zz" }, 400, "malformed-url"],
    ["an unknown route", { method: "GET", url: "/api/v1/nothing" }, 404, "unknown-route"],
    ["a missing order", { method: "GET", url: `${orders}/${anId}` }, 404, "not-found"],
    ["a method that is not served", { method: "DELETE", url: orders }, 405, "method-not-allowed"],
    ["an unacceptable Accept", { method: "GET", url: orders, headers: { accept: "text/csv" } }, 406, "not-acceptable"],
    ["a body over the limit", { method: "POST", url: orders, headers: json, payload: JSON.stringify("x".repeat(3000)) }, 413, "body-too-large"],
    ["a URL over the limit", { method: "GET", url: `${orders}?number=${"x".repeat(9000)}` }, 414, "url-too-long"],
    ["a path segment over the limit", { method: "GET", url: `${orders}/${"x".repeat(500)}` }, 414, "url-too-long"],
    ["another media type", { method: "POST", url: orders, headers: { ...json, "content-type": "text/plain" }, payload: "{}" }, 415, "unsupported-media-type"],
    ["no media type", { method: "POST", url: orders, headers: { "idempotency-key": "k", "content-type": "" }, payload: "{}" }, 415, "unsupported-media-type"],
  ];
  it.each(cases)("%s", async (_name, request, status, code) => {
    const response = await api.send(request);
    expect(response.statusCode, response.body).toBe(status);
    expect(response.headers["content-type"]).toBe("application/problem+json");
    expect(response.json()).toMatchObject({
      type: `urn:ordo:problem:${code}`,
      title: expect.stringMatching(/./),
      status,
      detail: expect.stringMatching(/./),
      instance: expect.stringMatching(/^\//),
      code,
      requestId: response.headers["x-request-id"],
    });
  });

  it("names the methods that work in Allow", async () => {
    const response = await api.send({ method: "DELETE", url: orders });
    expect(response.headers["allow"]?.split(", ").toSorted()).toEqual(["GET", "HEAD", "POST"]);
  });

  it("echoes a safe X-Request-Id and replaces an unsafe one", async () => {
    const echoed = await api.get("/api/v1/nothing", { "x-request-id": "attempt-1" });
    expect(echoed.headers["x-request-id"]).toBe("attempt-1");
    expect(echoed.json().requestId).toBe("attempt-1");
    const replaced = await api.get("/api/v1/nothing", { "x-request-id": "a b" });
    expect(replaced.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("rule 1, on the wire: what Node could not read is a problem too", () => {
  let api: Api;
  let port: number;
  beforeAll(async () => {
    api = await anApi();
    port = Number(new URL(await api.app.listen({ host: "127.0.0.1", port: 0 })).port);
  });
  afterAll(async () => {
    await api.app.close();
  });

  const exchange = async (message: string): Promise<{ head: string; problem: Record<string, unknown> }> => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.write(message);
    await once(socket, "close");
    const [head = "", body = ""] = Buffer.concat(chunks).toString().split("\r\n\r\n");
    return { head, problem: JSON.parse(body) };
  };

  it.each([
    ["no HTTP at all", "nonsense\r\n\r\n", 400, "malformed-http"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400, "malformed-http"],
    ["no Host", "GET /api/v1/orders HTTP/1.1\r\n\r\n", 400, "malformed-http"],
    ["oversized headers", `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${"x".repeat(20_000)}\r\n\r\n`, 431, "headers-too-large"],
    ["an unknown method", "BREW /api/v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400, "malformed-http"],
    ["a method that nothing serves", "PROPFIND /api/v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405, "method-not-allowed"],
    ["an unknown expectation", "GET /api/v1/nothing HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n", 404, "unknown-route"],
  ])("%s", async (_name, message, status, code) => {
    const { head, problem } = await exchange(message);
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head.toLowerCase()).toContain("content-type: application/problem+json");
    expect(head.toLowerCase()).toContain(`x-request-id: ${String(problem["requestId"])}`);
    expect(problem).toMatchObject({ status, code });
  });
});

describe("rule 2: a 400 lists what is wrong in path, query, headers and body together", () => {
  let api: Api;
  beforeAll(async () => {
    api = await anApi();
  });

  it("collects the faults of all four parts", async () => {
    const response = await api.send({
      method: "POST",
      url: `${orders}/42/cancellation?dryRun=true`,
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({ "a/b~c": 1, expectedVersion: 1.5 }),
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toEqual([
      { detail: "Send a UUID.", pointer: "/orderId", in: "path" },
      { detail: "Remove this: there is no such field.", pointer: "/dryRun", in: "query" },
      { detail: expect.stringContaining("Send an Idempotency-Key"), pointer: "/idempotency-key", in: "header" },
      { detail: expect.stringContaining("Send this"), pointer: "/reason", in: "body" },
      { detail: "Send an integer, without a fraction.", pointer: "/expectedVersion", in: "body" },
      { detail: "Remove this: there is no such field.", pointer: "/a~1b~0c", in: "body" },
    ]);
  });

  const line = { title: "Gift wrap", unitPrice: 350, taxRate: 1900, quantity: 1 };
  it.each([
    ["an unknown field", { total: 1 }, "/total"],
    ["a draft, which is not built yet", { draft: false }, "/draft"],
    ["a negative quantity", { lines: [{ ...line, quantity: -1 }] }, "/lines/0/quantity"],
    ["a quantity of nothing", { lines: [{ ...line, quantity: 0 }] }, "/lines/0/quantity"],
    ["a float (rule 7)", { lines: [{ ...line, unitPrice: 3.5 }] }, "/lines/0/unitPrice"],
    ["an amount beyond 2^53 − 1 (rule 7)", { lines: [{ ...line, unitPrice: 2 ** 53 }] }, "/lines/0/unitPrice"],
    ["a number as text", { lines: [{ ...line, unitPrice: "350" }] }, "/lines/0/unitPrice"],
    ["no lines", { lines: [] }, "/lines"],
    ["501 lines", { lines: Array.from({ length: 501 }, () => line) }, "/lines"],
    ["an unknown currency", { currency: "EURO" }, "/currency"],
    ["a NUL", { note: "a\u0000b" }, "/note"],
    ["a lone surrogate", { note: "a\ud800b" }, "/note"],
    ["a lone surrogate in a key", { metadata: { "\ud800": "x" } }, "/metadata/\ud800"],
    ["a text that is too long", { tags: ["x".repeat(61)] }, "/tags/0"],
    ["too much metadata", { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, key) => [`k${key}`, ""])) }, "/metadata"],
    ["a rate over 100 %", { discounts: [{ type: "percentage", value: 10_001 }] }, "/discounts/0/value"],
    ["a discount of no kind", { discounts: [{ type: "gift", value: 1 }] }, "/discounts/0/type"],
    ["neither customer nor email", { email: null }, ""],
  ])("points at %s", async (_name, change, pointer) => {
    const before = (await api.get(orders)).json();
    const response = await api.post(orders, aGuestOrder(change));
    expect(response.statusCode, response.body).toBe(400);
    expect(response.json().errors).toEqual([{ detail: expect.stringMatching(/^(Send|Remove)/), pointer, in: "body" }]);
    expect((await api.get(orders)).json()).toEqual(before);
  });

  it("takes 250 astral characters where 250 are allowed", async () => {
    const title = "🍵".repeat(250);
    const response = await api.post(orders, aGuestOrder({ lines: [{ ...line, title }] }));
    expect(response.json().lines[0].title).toBe(title);
  });

  it.each([
    ["an unknown product", { lines: [{ productId: anId, quantity: 1 }] }, 422, "unknown-product", "/lines/0/productId"],
    ["an unknown customer", { customerId: anId }, 422, "unknown-customer", "/customerId"],
    ["an amount that overflows", { lines: [{ ...line, unitPrice: Number.MAX_SAFE_INTEGER, quantity: 2 }] }, 422, "amount-out-of-range", "/lines/0"],
    ["another total", { expectedTotal: 1 }, 409, "total-mismatch", "/expectedTotal"],
    ["a discount on no line", { discounts: [{ type: "fixed", value: 1, line: 7 }] }, 422, "unknown-line", "/discounts/0/line"],
  ])("answers %s as 409 or 422 and writes nothing", async (_name, change, status, code, pointer) => {
    const before = (await api.get(orders)).json();
    const response = await api.post(orders, aGuestOrder(change));
    expect(response.statusCode, response.body).toBe(status);
    expect(response.json()).toMatchObject({ code, errors: [{ pointer, in: "body" }] });
    expect((await api.get(orders)).json()).toEqual(before);
  });

  it("answers a stale version with the current status and version", async () => {
    const { id } = (await api.post(orders, aGuestOrder())).json();
    const response = await api.post(`${orders}/${id}/cancellation`, { reason: "r", expectedVersion: 7 });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: "stale-version", currentStatus: "pending", currentVersion: 1 });
    expect((await api.get(`${orders}/${id}`)).json()).toMatchObject({ status: "pending", version: 1 });
  });

  it("answers too little stock with what there is, and reserves nothing", async () => {
    const product = await api.post("/api/v1/products", {
      sku: "RARE", title: "Rare", price: 1, currency: "EUR", inventory: { tracked: true, onHand: 1 },
    });
    const productId = product.json().id;
    const response = await api.post(orders, aGuestOrder({ lines: [{ productId, quantity: 2 }] }));
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({
      code: "insufficient-stock",
      shortages: [{ productId, requested: 2, available: 1 }],
    });
    const one = await api.post(orders, aGuestOrder({ lines: [{ productId, quantity: 1 }] }));
    expect(one.statusCode).toBe(201);
  });

  it.each([
    ["email-taken", "/api/v1/customers", { email: "Ada@example.com" }, { email: "ada@EXAMPLE.com" }],
    ["sku-taken", "/api/v1/products", { sku: "A", title: "A", price: 1, currency: "EUR" }, { sku: "A", title: "B", price: 2, currency: "EUR" }],
    ["number-taken", orders, aGuestOrder({ number: "A-1" }), aGuestOrder({ number: "A-1" })],
  ])("answers a value that is taken: %s", async (code, url, first, second) => {
    expect((await api.post(url, first)).statusCode).toBe(201);
    const response = await api.post(url, second);
    expect(response.statusCode).toBe(409);
    expect(response.json().code).toBe(code);
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
    const application = { ...anApplication(), useCases: failing(new Error('column "secret" of relation "orders"')) };
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

  it("answers a request that takes too long with 503", async () => {
    const never: UseCases = { ...anApplication().useCases, listOrders: () => new Promise(() => {}) };
    const api = await anApi({ limits: { handlerTimeoutMs: 20 } }, { ...anApplication(), useCases: never });
    const response = await api.get(orders);
    expect(response.statusCode).toBe(503);
    expect(response.body).not.toContain(":orderId");
    expect(response.json()).toMatchObject({ code: "unavailable" });
  });
});
