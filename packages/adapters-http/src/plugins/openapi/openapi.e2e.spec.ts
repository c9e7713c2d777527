import { beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api, as } from "../../testing/an-api.ts";
import { createMug } from "../../testing/orders.ts";

interface Contract {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, object>;
    readonly responses: Record<string, Response>;
  };
}
interface Response {
  readonly headers: Record<string, unknown>;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly requestBody?: {
    content: { "application/json": { examples: Record<string, { value: object }> } };
  };
  readonly responses: Record<string, Response | { readonly $ref: string }>;
}

describe("rule 13: the contract is what is served", () => {
  let api: Api;
  let contract: Contract;
  const served: string[] = [];
  beforeAll(async () => {
    api = await anApi({ routes: [async () => {}] });
    contract = (await api.app.inject("/api/v1/openapi.json")).json();
    // The route table as Fastify prints it is the one source that no plugin of ours can filter.
    for (const route of routesOf(api.app.printRoutes({ commonPrefix: false }))) served.push(route);
  });

  it("is OpenAPI 3.1, with an entity tag", async () => {
    const response = await api.app.inject("/api/v1/openapi.json");
    expect(contract.openapi).toMatch(/^3\.1\./);
    const again = await api.app.inject({
      url: "/api/v1/openapi.json",
      headers: { "if-none-match": String(response.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it("names exactly the routes", () => {
    const published = Object.entries(contract.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(published.toSorted()).toEqual(served.toSorted());
    expect(published).toHaveLength(59);
  });

  it("resolves every reference", () => {
    const text = JSON.stringify(contract);
    for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = pointer
        .split("/")
        .reduce<unknown>(
          (value, key) => (value as Record<string, unknown> | undefined)?.[key],
          contract,
        );
      expect(target, pointer).toBeDefined();
    }
    expect(text).not.toContain("$defs");
    for (const [name, schema] of Object.entries(contract.components.schemas))
      expect(Object.keys(schema), name).not.toContain("$ref");
  });

  it("describes each kind of problem once", () => {
    for (const item of Object.values(contract.paths))
      for (const { operationId, responses } of Object.values(item))
        for (const [status, response] of Object.entries(responses))
          if (Number(status) >= 400)
            expect(response, `${operationId} ${status}`).toHaveProperty("$ref");
  });

  it("describes every operation in words, once", () => {
    const operations = Object.values(contract.paths).flatMap((item) => Object.values(item));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary, description } of operations) {
      expect(summary.length).toBeGreaterThan(3);
      expect(description.length).toBeGreaterThan(10);
    }
  });

  it("declares the mark of a replay wherever it is sent", async () => {
    const productId = await createMug(api);
    const created = await api.post("/api/v1/customers", { email: "ada@example.com" });
    const customerId = created.json().id;
    const customer = await as({ customer_id: customerId });
    const orders = "/api/v1/orders";
    const orderOf = (line: object) => ({ currency: "EUR", customerId, lines: [line] });
    const lunch = { title: "Free lunch", unitPrice: 0, taxRate: 0, quantity: 1 };
    const cancellation = `${orders}/{orderId}/cancellation`;
    const missing = cancellation.replace("{orderId}", customerId);

    for (const [status, path, url, body] of [
      [201, orders, orders, orderOf({ productId, quantity: 1 })],
      [403, orders, orders, orderOf(lunch)],
      [409, orders, orders, orderOf({ productId, quantity: 99 })],
      [422, orders, orders, orderOf({ productId: customerId, quantity: 1 })],
      [404, cancellation, missing, { reason: "r" }],
    ] as const) {
      const headers = { ...customer, "idempotency-key": `${status}-${path}` };
      const first = await api.post(url, body, headers);
      expect(first.statusCode, first.body).toBe(status);
      const replay = await api.post(url, body, headers);
      expect(replay.headers["idempotent-replayed"]).toBe("true");
      const declared = contract.paths[path]?.["post"]?.responses[status];
      const response =
        declared && "$ref" in declared
          ? contract.components.responses[declared.$ref.split("/").at(-1) ?? ""]
          : declared;
      const names = response?.headers ?? {};
      expect(Object.keys(names), `${status} ${path}`).toContain("Idempotent-Replayed");
    }
  });

  it("gives an order example that works", async () => {
    const example =
      contract.paths["/api/v1/orders"]?.["post"]?.requestBody?.content["application/json"].examples[
        "guest"
      ];
    const response = await api.post("/api/v1/orders", example?.value);
    expect(response.statusCode, response.body).toBe(201);
    expect(response.json().totals.total).toBe(4645);
  });

  it("can be switched off", async () => {
    const { app } = await anApi({ documentation: false });
    expect((await app.inject("/api/v1/openapi.json")).statusCode).toBe(404);
    expect((await app.inject("/docs/")).statusCode).toBe(404);
  });
});

describe("the page at /docs", () => {
  it("loads nothing from elsewhere", async () => {
    const { app } = await anApi();
    const moved = await app.inject("/docs");
    expect(moved.headers.location).toBe("/docs/");
    const page = await app.inject({ url: "/docs/", headers: { accept: "text/html" } });
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
    const loaded = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, target]) => target);
    expect(loaded.length).toBeGreaterThan(0);
    for (const target of loaded) expect(target).not.toMatch(/^(?:https?:)?\/\//);
    const script = await app.inject({ url: "/docs/js/scalar.js", headers: { accept: "*/*" } });
    expect(script.statusCode).toBe(200);
    const again = await app.inject({
      url: "/docs/js/scalar.js?again",
      headers: { "if-none-match": String(script.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
  });
});

/** `METHOD /path/{parameter}` for every line of the printed route table, without HEAD and the parts of the docs page. */
const routesOf = (table: string): string[] => {
  const trail: string[] = [];
  return table.split("\n").flatMap((line) => {
    const [, indent = "", part = "", methods = ""] =
      /^([│ ]*[├└]── )(\S*)(?: \(([^)]*)\))?/.exec(line) ?? [];
    if (part === "") return [];
    const depth = indent.length / 4;
    trail.splice(depth - 1, trail.length, part);
    const path = trail.join("").replace(/:(\w+)/g, "{$1}");
    return path.startsWith("/docs")
      ? []
      : methods
          .split(", ")
          .filter((method) => method !== "" && method !== "HEAD")
          .map((method) => `${method} ${path}`);
  });
};
