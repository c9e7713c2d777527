import { describe, expect, it } from "vitest";
import { anApi } from "../an-api.ts";
import type { Contract } from "./contract.ts";
import { fuzz } from "./fuzz.ts";

const budget = { seed: 20_260_101, runs: 12 };

describe("pnpm fuzz: every answer is as the contract says", () => {
  it("finds nothing", { timeout: 120_000 }, async () => {
    const api = await anApi();
    const contract: Contract = (await api.app.inject("/api/v1/openapi.json")).json();
    expect(await fuzz(contract, api.send, budget)).toEqual([]);
  });

  it("finds a field of another type, and a failure of ours", { timeout: 120_000 }, async () => {
    const api = await anApi();
    const contract: Contract = (await api.app.inject("/api/v1/openapi.json")).json();
    const found = await fuzz(
      contract,
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
      budget,
    );
    expect(new Set(found.map(({ operationId }) => operationId))).toEqual(
      new Set(["createCustomer", "listProducts"]),
    );
  });
});
