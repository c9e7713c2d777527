import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Scope, scopes } from "../../plugins/authentication/access.ts";
import { anApi, type Api, as } from "../../testing/an-api.ts";
import { aGuestOrder, placeGuestOrder } from "../../testing/orders.ts";

interface Expected {
  /** Written out, not read from the operation: what it says of itself is what is tested. */
  readonly scope: Scope;
  readonly cacheControl: "no-store" | "private, no-cache";
  /** Where a request works, made ready; `tag` makes what is unique. */
  readonly target: (tag: string) => Promise<string>;
  readonly body?: (tag: string) => object;
}

describe("every operation", () => {
  let api: Api;
  let published: readonly Published[];
  beforeAll(async () => {
    api = await anApi();
    published = operationsOf((await api.app.inject("/api/v1/openapi.json")).json());
  });

  const orders = "/api/v1/orders";
  const located = async (url: string, body: object) =>
    String((await api.post(url, body)).headers.location);
  const aCustomer = (tag: string) => ({ email: `${tag}@example.com` });
  const aProduct = (tag: string) => ({ sku: tag, title: "Mug", price: 1, currency: "EUR" });
  const expected: Readonly<Record<string, Expected>> = {
    placeOrder: {
      scope: "orders:write",
      cacheControl: "no-store",
      target: async () => orders,
      body: () => aGuestOrder(),
    },
    listOrders: {
      scope: "orders:read",
      cacheControl: "no-store",
      target: async () => {
        await placeGuestOrder(api);
        await placeGuestOrder(api);
        return `${orders}?limit=1`;
      },
    },
    getOrder: {
      scope: "orders:read",
      cacheControl: "no-store",
      target: async () => located(orders, aGuestOrder()),
    },
    cancelOrder: {
      scope: "orders:cancel",
      cacheControl: "no-store",
      target: async () => `${await located(orders, aGuestOrder())}/cancellation`,
      body: () => ({ reason: "r" }),
    },
    createCustomer: {
      scope: "customers:write",
      cacheControl: "no-store",
      target: async () => "/api/v1/customers",
      body: aCustomer,
    },
    getCustomer: {
      scope: "customers:read",
      cacheControl: "no-store",
      target: async (tag) => located("/api/v1/customers", aCustomer(tag)),
    },
    createProduct: {
      scope: "products:write",
      cacheControl: "private, no-cache",
      target: async () => "/api/v1/products",
      body: aProduct,
    },
    getProduct: {
      scope: "products:read",
      cacheControl: "private, no-cache",
      target: async (tag) => located("/api/v1/products", aProduct(tag)),
    },
  };
  const names = Object.keys(expected);
  const expectationOf = (name: string): Expected => {
    const found = expected[name];
    if (found === undefined) throw new Error(`Nothing is expected of ${name}`);
    return found;
  };

  /** A request that works, ready to be sent with these headers, as often as wanted. */
  const prepare = async (name: string) => {
    const { target, body } = expectationOf(name);
    const tag = randomUUID();
    const url = await target(tag);
    const payload = body?.(tag);
    const key = { "idempotency-key": tag };
    return async (headers: Readonly<Record<string, string>> = {}) =>
      payload === undefined
        ? api.get(url, headers)
        : api.post(url, payload, { ...key, ...headers });
  };

  it("is in this table", () => {
    const secured = published.filter(({ security }) => security.length > 0);
    expect(secured.map(({ operationId }) => operationId).toSorted()).toEqual(names.toSorted());
  });

  it.each(names)("%s asks for its own scope, and publishes it", async (name) => {
    const { scope } = expectationOf(name);
    const send = await prepare(name);
    const others = Object.keys(scopes).filter((other) => other !== scope);
    const refused = await send(await as({ scope: others.join(" ") }));
    expect(refused.statusCode, refused.body).toBe(403);
    expect(refused.json()).toMatchObject({ code: "insufficient-scope" });
    expect(refused.headers["www-authenticate"]).toContain(`scope="${scope}"`);

    const allowed = await send(await as({ scope }));
    expect(allowed.statusCode, allowed.body).toBeLessThan(300);
    const { description } = publishedAs(published, name);
    expect(description).toContain(`Needs the scope \`${scope}\`.`);
  });

  it.each(names)("%s says how long its answer may be kept", async (name) => {
    const response = await (await prepare(name))();
    expect(response.headers["cache-control"]).toBe(expectationOf(name).cacheControl);
  });

  it.each(names)("%s sends the headers that it declares, and no others", async (name) => {
    const send = await prepare(name);
    const answers = [await send(), await send(), await send({ prefer: "return=minimal" })];
    const sent = new Set(answers.flatMap(({ headers }) => Object.keys(headers)));
    const [success] = answers;
    const { responses } = publishedAs(published, name);
    const declared = Object.keys(responses[String(success?.statusCode)]?.headers ?? {});
    for (const header of declared) expect([...sent]).toContain(header.toLowerCase());
    const known = ["cache-control", "content-length", "content-type", "date", "connection"];
    const undeclared = [...sent].filter(
      (header) =>
        !known.includes(header) &&
        header !== "x-content-type-options" &&
        !declared.some((name) => name.toLowerCase() === header),
    );
    expect(undeclared).toEqual([]);
  });

  it.each(names.filter((name) => expectationOf(name).body))(
    "%s happens once, and says so when it is asked again",
    async (name) => {
      const send = await prepare(name);
      const [first, again] = [await send(), await send()];
      expect(first.statusCode, first.body).toBe(201);
      expect(first.headers["idempotent-replayed"]).toBeUndefined();
      expect(again.statusCode).toBe(201);
      expect(again.headers["idempotent-replayed"]).toBe("true");
      expect(again.body).toBe(first.body);
      expect(again.headers.etag).toBe(first.headers.etag);
      expect(again.headers.location).toBe(first.headers.location);
    },
  );
});

interface Published {
  readonly operationId: string;
  readonly description: string;
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>;
}

const operationsOf = (contract: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Published>>>>;
}): readonly Published[] => Object.values(contract.paths).flatMap((item) => Object.values(item));

const publishedAs = (published: readonly Published[], name: string): Published => {
  const found = published.find(({ operationId }) => operationId === name);
  if (found === undefined) throw new Error(`${name} is not published`);
  return found;
};
