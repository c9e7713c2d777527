import type { UseCases } from "@ordo/application";
import { anApplication } from "@ordo/application/testing";
import { describe, expect, it } from "vitest";
import { anApi } from "../testing/an-api.ts";

const orders = "/api/v1/orders";

describe("rule 3: an error of ours tells nothing about the inside", () => {
  const failing = (error: Error): UseCases => ({
    ...anApplication().useCases,
    listOrders: async () => {
      throw error;
    },
  });

  it("answers a bug with 500", async () => {
    const application = {
      ...anApplication(),
      useCases: failing(new Error('column "secret" of relation "orders"')),
    };
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
    const never: UseCases = {
      ...anApplication().useCases,
      listOrders: () => new Promise(() => {}),
    };
    const api = await anApi(
      { limits: { handlerTimeoutMs: 20 } },
      { ...anApplication(), useCases: never },
    );
    const response = await api.get(orders);
    expect(response.statusCode).toBe(503);
    expect(response.body).not.toContain(":orderId");
    expect(response.json()).toMatchObject({ code: "unavailable" });
  });
});
