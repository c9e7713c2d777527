import { beforeAll, describe, expect, it } from "vitest";
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
    [
      "malformed JSON",
      { method: "POST", url: orders, headers: json, payload: "{" },
      400,
      "malformed-json",
    ],
    [
      "an empty body",
      { method: "POST", url: orders, headers: json, payload: "" },
      400,
      "malformed-json",
    ],
    [
      "a body that is not UTF-8",
      { method: "POST", url: orders, headers: json, payload: Buffer.from([0x22, 0xff, 0x22]) },
      400,
      "malformed-json",
    ],
    [
      "a poisoned prototype",
      { method: "POST", url: orders, headers: json, payload: '{"__proto__":{}}' },
      400,
      "invalid-request",
    ],
    [
      "what is no JSON, with a poisoned prototype",
      { method: "POST", url: orders, headers: json, payload: '{"__proto__":{}' },
      400,
      "malformed-json",
    ],
    [
      "no body",
      { method: "POST", url: orders, headers: { "idempotency-key": "k" } },
      400,
      "invalid-request",
    ],
    ["a malformed URL", { method: "GET", url: "/api/v1/orders/%zz" }, 400, "malformed-url"],
    ["an unknown route", { method: "GET", url: "/api/v1/nothing" }, 404, "unknown-route"],
    ["a missing order", { method: "GET", url: `${orders}/${anId}` }, 404, "not-found"],
    ["a method that is not served", { method: "DELETE", url: orders }, 405, "method-not-allowed"],
    ["a QUERY", { method: "QUERY", url: orders }, 405, "method-not-allowed"],
    [
      "a QUERY with a body",
      { method: "QUERY", url: orders, headers: { "content-type": "text/x" }, payload: "x" },
      405,
      "method-not-allowed",
    ],
    [
      "a body where nothing is served",
      { method: "POST", url: "/api/v1/nothing", headers: json, payload: "{" },
      404,
      "unknown-route",
    ],
    [
      "an unacceptable Accept",
      { method: "GET", url: orders, headers: { accept: "text/csv" } },
      406,
      "not-acceptable",
    ],
    [
      "a body over the limit",
      { method: "POST", url: orders, headers: json, payload: JSON.stringify("x".repeat(3000)) },
      413,
      "body-too-large",
    ],
    [
      "a URL over the limit",
      { method: "GET", url: `${orders}?number=${"x".repeat(9000)}` },
      414,
      "url-too-long",
    ],
    [
      "a path segment over the limit",
      { method: "GET", url: `${orders}/${"x".repeat(500)}` },
      414,
      "url-too-long",
    ],
    [
      "another media type",
      {
        method: "POST",
        url: orders,
        headers: { ...json, "content-type": "text/plain" },
        payload: "{}",
      },
      415,
      "unsupported-media-type",
    ],
    [
      "no media type",
      {
        method: "POST",
        url: orders,
        headers: { "idempotency-key": "k", "content-type": "" },
        payload: "{}",
      },
      415,
      "unsupported-media-type",
    ],
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

  it.each([
    ['{"metadata":{"__proto__":"x"}}', "/metadata/__proto__", "__proto__"],
    ['{"lines":[{},{"a/b":[{"__proto__":1}]}]}', "/lines/1/a~1b/0/__proto__", "__proto__"],
    ['\ufeff{"\\u005f_proto__":1}', "/__proto__", "__proto__"],
    ['{"x":{"constructor":{"prototype":{}}}}', "/x/constructor/prototype", "prototype"],
  ])("points at the key that is refused in %s", async (payload, pointer, key) => {
    const response = await api.send({ method: "POST", url: orders, headers: json, payload });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      code: "invalid-request",
      errors: [
        { in: "body", pointer, detail: expect.stringMatching(`^(Rename|Remove).*"${key}"`) },
      ],
    });
  });

  it("takes the same words where they poison nothing", async () => {
    const metadata = { note: "__proto__", constructor: "prototype", prototype: "x" };
    const response = await api.post(orders, aGuestOrder({ metadata }));
    expect(response.statusCode, response.body).toBe(201);
    expect(response.json().metadata).toEqual(metadata);
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
