import { beforeEach, describe, expect, it } from "vitest";
import { anApi, type Api } from "../an-api.ts";
import type { Contract } from "./contract.ts";
import { fuzz } from "./fuzz.ts";

const budget = { seed: 5, runs: 60 };
/** Enough to find what stands in the open. */
const small = { ...budget, runs: 12 };

describe("npm run fuzz: accepted if and only if valid, and every answer is as the contract says", () => {
  let api: Api;
  beforeEach(async () => {
    api = await anApi();
  });
  const contractOf = async () => (await api.app.inject("/api/v1/openapi.json")).json<Contract>();

  it("finds nothing, and gets as far as returns", { timeout: 120_000 }, async () => {
    const contract = await contractOf();
    const { violations, accepted } = await fuzz(contract, api.send, budget);
    expect(violations).toEqual([]);
    for (const operationId of ["placeOrder", "refundPayment", "shipFulfillment", "approveReturn"])
      expect(accepted.get(operationId), operationId).toBeGreaterThan(0);
    // The same seed makes the same keys: now they are repeated.
    expect(await fuzz(contract, api.send, small)).toMatchObject({ violations: [] });
  });

  it("finds a field of another type, and a failure of ours", { timeout: 120_000 }, async () => {
    const { violations } = await fuzz(
      await contractOf(),
      async (request) => {
        const response = await api.send(request);
        const path = typeof request.url === "string" ? request.url.split("?")[0] : "";
        if (request.method === "GET" && path === "/api/v1/products" && response.statusCode === 200)
          return Object.assign(response, {
            body: JSON.stringify({ ...response.json(), items: [1] }),
          });
        if (request.method === "POST" && path === "/api/v1/customers")
          return Object.assign(response, { statusCode: 500 });
        return response;
      },
      small,
    );
    expect(new Set(violations.map(({ operationId }) => operationId))).toEqual(
      new Set(["createCustomer", "listProducts"]),
    );
  });

  // The same as a server that is stricter, or laxer, than its contract.
  it.each([
    [
      "a valid request refused",
      { required: ["sku", "title", "price"] },
      /^refused what is declared with 400/,
    ],
    // 409: the contract's example is sent more than once, and by then its SKU is taken.
    [
      "an invalid request accepted",
      { maxProperties: 3 },
      /^answered (?:20\d|409) to what is not declared/,
    ],
  ])("finds %s", { timeout: 120_000 }, async (_name, change, what) => {
    const seeded = withSchema(await contractOf(), "NewProduct", change);
    const { violations } = await fuzz(seeded, api.send, small);
    expect(new Set(violations.map(({ operationId }) => operationId))).toEqual(
      new Set(["createProduct"]),
    );
    for (const violation of violations) expect(violation.what).toMatch(what);
  });

  it(
    "finds a header that is not declared, and one that is missing",
    { timeout: 120_000 },
    async () => {
      const { violations } = await fuzz(
        await contractOf(),
        async (request) => {
          const response = await api.send(request);
          if (request.url === "/ping") delete response.headers["x-request-id"];
          if (request.url === "/health/live") response.headers["x-powered-by"] = "chance";
          return response;
        },
        { ...small, runs: 1 },
      );
      expect(violations.map(({ operationId, what }) => `${operationId} ${what}`)).toEqual([
        "ping answered 200 that lacks the header x-request-id",
        "isLive answered 200 that has the header x-powered-by, which is not declared",
      ]);
    },
  );
});

const withSchema = (contract: Contract, name: string, change: object): Contract => ({
  ...contract,
  components: {
    ...contract.components,
    schemas: {
      ...contract.components["schemas"],
      [name]: { ...contract.components["schemas"]?.[name], ...change },
    },
  },
});
