import { beforeEach, describe, expect, it } from "vitest";
import { type Api, anApi, as } from "../../../testing/an-api.ts";
import { placeGuestOrder } from "../../../testing/orders.ts";

const orders = "/api/v1/orders";
const unknownOrder =
  "Check the order's id, or list the orders you can see with GET /api/v1/orders.";

describe("an order as it was, at a moment when it was not", () => {
  let api: Api;
  let url: string;
  beforeEach(async () => {
    api = await anApi();
    url = `${orders}/${await placeGuestOrder(api)}`;
  });
  const problem = async (query: string, headers = {}) => {
    const answer = await api.get(`${url}?${query}`, headers);
    expect(answer.statusCode).toBe(404);
    const { code, title, detail } = answer.json();
    return { code, title, detail };
  };

  it("is not found, and the answer says which versions there are", async () => {
    const title = "The order was not there then";
    expect(await problem("version=2")).toEqual({
      code: "not-found",
      title,
      detail: "The order has only version 1. Send that, or no version to read it as it is.",
    });
    await api.post(`${url}/cancellation`, { reason: "customer request" });
    expect(await problem("version=99")).toEqual({
      code: "not-found",
      title,
      detail: "The order has versions 1 to 2. Send one of them, or no version to read it as it is.",
    });
  });

  it("is not found before its creation, and the answer says when that was", async () => {
    const { createdAt } = (await api.get(url)).json();
    const { detail } = await problem("at=2000-01-01T00:00:00Z");
    expect(detail).toBe(
      `The order was created at ${createdAt}. Send a time from then on, or none to read it as it is.`,
    );
  });

  it("looks to whoever may not see the order as if there were none", async () => {
    const asEve = await as({ customer_id: "01990000-0000-7000-8000-00000000eeee" });
    for (const query of ["version=2", "at=2000-01-01T00:00:00Z"])
      expect((await problem(query, asEve)).detail).toBe(unknownOrder);
  });
});
