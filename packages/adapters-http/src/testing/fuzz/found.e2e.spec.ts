import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api, as } from "../an-api.ts";
import { aGuestOrder, placeGuestOrder } from "../orders.ts";

const customers = "/api/v1/customers";
const orders = "/api/v1/orders";

/** What the fuzzer once found: contract and code said two things. */
describe("rule 13: accepted if and only if valid by the contract", () => {
  let api: Api;
  beforeAll(async () => {
    api = await anApi();
  });

  it("refuses an email whose domain has a label that ends in a hyphen, as format: email does", async () => {
    expect((await api.post(customers, { email: "ada@mail-.com" })).statusCode).toBe(400);
    expect((await api.post(customers, { email: "ada@ma-il.com" })).statusCode).toBe(201);
  });

  it("refuses a number in a query that JSON would not write so", async () => {
    expect((await api.get(`${orders}?limit=05`)).statusCode).toBe(400);
    expect((await api.get(`${orders}?limit=5`)).statusCode).toBe(200);
  });

  it("refuses a cursor that no list gave out before it looks for the customer", async () => {
    expect((await api.get(`${customers}/${randomUUID()}/orders?cursor=x`)).statusCode).toBe(400);
  });

  it("answers 422 to a read as of two moments: each parameter is as declared", async () => {
    const url = `${orders}/${await placeGuestOrder(api)}?version=1&at=2026-01-01T00:00:00Z`;
    const response = await api.get(url);
    expect(response.statusCode).toBe(422);
    expect(response.json().code).toBe("two-moments");
  });

  it("says which keys no object in a body may have", async () => {
    const { info } = (await api.app.inject("/api/v1/openapi.json")).json();
    expect(info.description).toContain("__proto__");
    const payload = JSON.stringify(aGuestOrder({ metadata: { x: "y" } }));
    const response = await api.send({
      method: "POST",
      url: orders,
      headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
      payload: payload.replace('"x"', '"__proto__"'),
    });
    expect(response.statusCode).toBe(400);
  });

  it("answers 422 to a draft in an import: alone it would be valid", async () => {
    const response = await api.send({
      method: "POST",
      url: `${orders}/imports`,
      headers: { "content-type": "application/x-ndjson", "idempotency-key": randomUUID() },
      payload: JSON.stringify(aGuestOrder({ draft: true })),
    });
    expect(response.json()).toMatchObject({ status: 422, problem: { code: "draft-in-import" } });
  });

  it("answers 412 to an If-Match that is no entity tag: it names no version", async () => {
    const url = `${orders}/${await placeGuestOrder(api)}/cancellation`;
    const refused = await api.post(url, { reason: "r" }, { "if-match": "1" });
    expect(refused.statusCode).toBe(412);
    expect(refused.json().detail).toContain('ETag is "1"');
  });

  it("takes any X-Request-Id, and replaces one that it cannot log", async () => {
    const response = await api.get(orders, { "x-request-id": "a b" });
    expect(response.statusCode).toBe(200);
    expect(response.headers["x-request-id"]).not.toBe("a b");
  });

  it("declares the rate limit of refusals", async () => {
    const { components } = (await api.app.inject("/api/v1/openapi.json")).json();
    const missing = await api.get(`${orders}/${randomUUID()}`, await as({}));
    expect(missing.headers.ratelimit).toBeDefined();
    expect(Object.keys(components.responses.NotFound.headers)).toContain("RateLimit");
  });
});
