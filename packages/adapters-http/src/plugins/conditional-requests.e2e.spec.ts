import { beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";
import { aGuestOrder, createMug } from "../testing/orders.ts";

describe("rule 6: the entity tag is the version, and a reader who has it is told so", () => {
  let api: Api;
  let urls: string[];
  beforeAll(async () => {
    api = await anApi();
    const customer = await api.post("/api/v1/customers", { email: "ada@example.com" });
    const order = await api.post("/api/v1/orders", aGuestOrder());
    urls = [
      `/api/v1/products/${await createMug(api)}`,
      String(customer.headers.location),
      String(order.headers.location),
    ];
  });

  it.each(['"1"', "*", 'W/"1"', '"0", "1"', '"a,b" , W/"1"'])(
    "If-None-Match: %s is 304",
    async (ifNoneMatch) => {
      for (const url of urls) {
        const response = await api.get(url, { "if-none-match": ifNoneMatch });
        expect(response.statusCode).toBe(304);
        expect(response.body).toBe("");
        expect(response.headers.etag).toBe('"1"');
        expect(response.headers["content-type"]).toBeUndefined();
      }
    },
  );

  it.each(['"2"', "1", '"11"', '"x" "1"', ""])("If-None-Match: %s is 200", async (ifNoneMatch) => {
    for (const url of urls)
      expect((await api.get(url, { "if-none-match": ifNoneMatch })).statusCode).toBe(200);
  });

  it("a missing object stays missing", async () => {
    const missing = "/api/v1/orders/01990000-0000-7000-8000-0000deadbeef";
    expect((await api.get(missing, { "if-none-match": "*" })).statusCode).toBe(404);
  });

  it("HEAD answers as GET without a body", async () => {
    const [url = ""] = urls;
    const head = await api.send({ method: "HEAD", url });
    expect(head.statusCode).toBe(200);
    expect(head.body).toBe("");
    expect(head.headers.etag).toBe('"1"');
  });
});

describe("rule 7: representation", () => {
  it("leaves out the body for Prefer: return=minimal", async () => {
    const api = await anApi();
    const response = await api.post("/api/v1/orders", aGuestOrder(), {
      prefer: "respond-async, return=minimal",
    });
    expect(response.statusCode).toBe(201);
    expect(response.body).toBe("");
    expect(response.headers).toMatchObject({ "preference-applied": "return=minimal", etag: '"1"' });
    expect(response.headers.location).toMatch(/^\/api\/v1\/orders\//);
    const whole = await api.post("/api/v1/orders", aGuestOrder(), {
      prefer: "return=representation",
    });
    expect(whole.json().version).toBe(1);
  });

  it("forbids caches to keep what is personal", async () => {
    const api = await anApi();
    const customer = await api.post("/api/v1/customers", { email: "ada@example.com" });
    for (const url of ["/api/v1/orders", String(customer.headers.location)])
      expect((await api.get(url)).headers["cache-control"]).toBe("no-store");
  });
});
