import { beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";
import { aGuestOrder } from "../testing/orders.ts";

const orders = "/api/v1/orders";
const anId = "01990f3e-7b5a-7c3e-9d2b-5f0c6a1e8d42";

describe("rule 2: a 400 lists what is wrong in path, query, headers and body together", () => {
  let api: Api;
  beforeAll(async () => {
    api = await anApi();
  });

  it("collects the faults of all four parts", async () => {
    const response = await api.send({
      method: "POST",
      url: `${orders}/42/cancellation?color=red`,
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({ "a/b~c": 1, expectedVersion: 1.5 }),
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toEqual([
      { detail: "Send a UUID.", pointer: "/orderId", in: "path" },
      { detail: "Remove this: there is no such field.", pointer: "/color", in: "query" },
      {
        detail: expect.stringContaining("Send an Idempotency-Key"),
        pointer: "/idempotency-key",
        in: "header",
      },
      { detail: expect.stringContaining("Send this"), pointer: "/reason", in: "body" },
      { detail: "Send an integer, without a fraction.", pointer: "/expectedVersion", in: "body" },
      { detail: "Remove this: there is no such field.", pointer: "/a~1b~0c", in: "body" },
    ]);
  });

  const line = { title: "Gift wrap", unitPrice: 350, taxRate: 1900, quantity: 1 };
  it.each([
    ["an unknown field", { total: 1 }, "/total"],
    ["a draft that is neither", { draft: 1 }, "/draft"],
    ["a negative quantity", { lines: [{ ...line, quantity: -1 }] }, "/lines/0/quantity"],
    ["a quantity of nothing", { lines: [{ ...line, quantity: 0 }] }, "/lines/0/quantity"],
    ["a float (rule 7)", { lines: [{ ...line, unitPrice: 3.5 }] }, "/lines/0/unitPrice"],
    [
      "an amount beyond 2^53 − 1 (rule 7)",
      { lines: [{ ...line, unitPrice: 2 ** 53 }] },
      "/lines/0/unitPrice",
    ],
    ["a number as text", { lines: [{ ...line, unitPrice: "350" }] }, "/lines/0/unitPrice"],
    ["no lines", { lines: [] }, "/lines"],
    ["501 lines", { lines: Array.from({ length: 501 }, () => line) }, "/lines"],
    ["an unknown currency", { currency: "EURO" }, "/currency"],
    ["a NUL", { note: "a\u0000b" }, "/note"],
    ["a lone surrogate", { note: "a\ud800b" }, "/note"],
    ["a lone surrogate in a key", { metadata: { "\ud800": "x" } }, "/metadata/\ud800"],
    ["a text that is too long", { tags: ["x".repeat(61)] }, "/tags/0"],
    [
      "too much metadata",
      { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, key) => [`k${key}`, ""])) },
      "/metadata",
    ],
    [
      "a rate over 100 %",
      { discounts: [{ type: "percentage", value: 10_001 }] },
      "/discounts/0/value",
    ],
    ["a discount of no kind", { discounts: [{ type: "gift", value: 1 }] }, "/discounts/0/type"],
    ["neither customer nor email", { email: null }, ""],
  ])("points at %s", async (_name, change, pointer) => {
    const before = (await api.get(orders)).json();
    const response = await api.post(orders, aGuestOrder(change));
    expect(response.statusCode, response.body).toBe(400);
    expect(response.json().errors).toEqual([
      { detail: expect.stringMatching(/^(Send|Remove)/), pointer, in: "body" },
    ]);
    expect((await api.get(orders)).json()).toEqual(before);
  });

  it("tells a line of a product that its price comes from there", async () => {
    const lines = [
      { productId: "01990000-0000-7000-8000-0000000000ff", quantity: 1, unitPrice: 1 },
    ];
    const response = await api.post(orders, aGuestOrder({ lines }));
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toEqual([
      {
        detail: expect.stringContaining("from the product"),
        pointer: "/lines/0/unitPrice",
        in: "body",
      },
    ]);
  });

  it("lists no more faults than the limit, and says how many there are", async () => {
    const limited = await anApi({ limits: { faultsPerProblem: 3 } });
    const faults = async (count: number) => {
      const body = aGuestOrder({ tags: Array.from({ length: count }, () => 1) });
      return (await limited.post(orders, body)).json();
    };
    const [three, four] = [await faults(3), await faults(4)];
    const pointers = ["/tags/0", "/tags/1", "/tags/2"];
    expect(three.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
    expect(three.detail).not.toMatch(/\d/);
    expect(four.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
    expect(four.detail).toContain("4 things");
    expect(four.detail).toContain("first 3");
  });

  it("explains a line as the kind it is closest to", async () => {
    const pointersFor = async (given: object) => {
      const response = await api.post(orders, aGuestOrder({ lines: [given] }));
      return response
        .json<{ errors: { pointer: string }[] }>()
        .errors.map(({ pointer }) => pointer);
    };
    expect(await pointersFor({ title: "Gift wrap", quantity: -1 })).toEqual([
      "/lines/0/unitPrice",
      "/lines/0/taxRate",
      "/lines/0/quantity",
    ]);
    expect(await pointersFor({ productId: anId, quantity: 1, unitPrice: 1 })).toEqual([
      "/lines/0/unitPrice",
    ]);
    expect(await pointersFor({ quantity: 1 })).toEqual(["/lines/0/productId"]);
  });

  it("takes 250 astral characters where 250 are allowed", async () => {
    const title = "🍵".repeat(250);
    const response = await api.post(orders, aGuestOrder({ lines: [{ ...line, title }] }));
    expect(response.json().lines?.[0].title, response.body).toBe(title);
  });

  it.each([
    [
      "an unknown product",
      { lines: [{ productId: anId, quantity: 1 }] },
      422,
      "unknown-product",
      "/lines/0/productId",
    ],
    ["an unknown customer", { customerId: anId }, 422, "unknown-customer", "/customerId"],
    [
      "an amount that overflows",
      { lines: [{ ...line, unitPrice: Number.MAX_SAFE_INTEGER, quantity: 2 }] },
      422,
      "amount-out-of-range",
      "/lines/0",
    ],
    ["another total", { expectedTotal: 1 }, 409, "total-mismatch", "/expectedTotal"],
    [
      "a discount on no line",
      { discounts: [{ type: "fixed", value: 1, line: 7 }] },
      422,
      "unknown-line",
      "/discounts/0/line",
    ],
  ])(
    "answers %s as 409 or 422 and writes nothing",
    async (_name, change, status, code, pointer) => {
      const before = (await api.get(orders)).json();
      const response = await api.post(orders, aGuestOrder(change));
      expect(response.statusCode, response.body).toBe(status);
      expect(response.json()).toMatchObject({ code, errors: [{ pointer, in: "body" }] });
      expect((await api.get(orders)).json()).toEqual(before);
    },
  );

  it("answers a stale version with the current status and version", async () => {
    const { id } = (await api.post(orders, aGuestOrder())).json();
    const response = await api.post(`${orders}/${id}/cancellation`, {
      reason: "r",
      expectedVersion: 7,
    });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({
      code: "stale-version",
      currentStatus: "pending",
      currentVersion: 1,
    });
    expect((await api.get(`${orders}/${id}`)).json()).toMatchObject({
      status: "pending",
      version: 1,
    });
  });

  it("answers too little stock with what there is, and reserves nothing", async () => {
    const product = await api.post("/api/v1/products", {
      sku: "RARE",
      title: "Rare",
      price: 1,
      currency: "EUR",
      inventory: { tracked: true, onHand: 1 },
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
    [
      "email-taken",
      "/api/v1/customers",
      { email: "Ada@example.com" },
      { email: "ada@EXAMPLE.com" },
    ],
    [
      "sku-taken",
      "/api/v1/products",
      { sku: "A", title: "A", price: 1, currency: "EUR" },
      { sku: "A", title: "B", price: 2, currency: "EUR" },
    ],
    ["number-taken", orders, aGuestOrder({ number: "A-1" }), aGuestOrder({ number: "A-1" })],
  ])("answers a value that is taken: %s", async (code, url, first, second) => {
    expect((await api.post(url, first)).statusCode).toBe(201);
    const response = await api.post(url, second);
    expect(response.statusCode).toBe(409);
    expect(response.json().code).toBe(code);
  });
});
