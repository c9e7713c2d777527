import { describe, expect, it } from "vitest";
import { anApi, as } from "../../testing/an-api.ts";
import { aGuestOrder, createMug } from "../../testing/orders.ts";
import { otherTenant } from "../../testing/tokens.ts";

const orders = "/api/v1/orders";

describe("what a token says about its bearer", () => {
  it("keeps the keys of two clients apart, and those of two tenants", async () => {
    const api = await anApi();
    const key = { "idempotency-key": "same" };
    const placed = [
      await api.post(orders, aGuestOrder(), { ...key, ...(await as({ client_id: "a" })) }),
      await api.post(orders, aGuestOrder(), { ...key, ...(await as({ client_id: "b" })) }),
      await api.post(orders, aGuestOrder(), {
        ...key,
        ...(await as({ client_id: "a", tenant: otherTenant })),
      }),
    ];
    expect(placed.map((response) => response.statusCode)).toEqual([201, 201, 201]);
    expect(new Set(placed.map((response) => response.json().id)).size).toBe(3);
  });

  it("keeps the keys of two customers of one client apart, and those of staff who are called like it", async () => {
    const api = await anApi();
    const mug = await createMug(api);
    const customer = async (email: string) =>
      String((await api.post("/api/v1/customers", { email })).json().id);
    const [ada, bob] = [await customer("ada@example.com"), await customer("bob@example.com")];
    const order = {
      currency: "EUR",
      email: "x@example.com",
      lines: [{ productId: mug, quantity: 1 }],
    };
    const place = async (claims: Readonly<Record<string, unknown>>) =>
      api.post(orders, order, { "idempotency-key": "same", ...(await as(claims)) });

    const bearers = [
      { azp: "shop", sub: "ada", customer_id: ada },
      { azp: "shop", sub: "bob", customer_id: bob },
      { azp: "shop", sub: "shop" },
      { sub: "shop" },
    ];
    const placed = [];
    for (const bearer of bearers) placed.push(await place(bearer));
    expect(placed.map(({ statusCode }) => statusCode)).toEqual(bearers.map(() => 201));
    expect(new Set(placed.map((response) => response.json().id)).size).toBe(bearers.length);
    expect(placed.map((response) => response.json().customerId)).toEqual([ada, bob, null, null]);
    for (const response of placed) expect(response.headers["idempotent-replayed"]).toBeUndefined();

    // Each gets its own answer again, also with a new token of the same bearer.
    for (const [index, bearer] of bearers.entries()) {
      const again = await place({ ...bearer, jti: "another token" });
      expect(again.headers["idempotent-replayed"]).toBe("true");
      expect(again.body).toBe(placed[index]?.body);
    }
  });

  it("takes client_id and azp for the same client", async () => {
    const api = await anApi();
    const place = async (claims: Readonly<Record<string, unknown>>) =>
      api.post(orders, aGuestOrder(), { "idempotency-key": "same", ...(await as(claims)) });
    const first = await place({ client_id: "erp" });
    expect((await place({ azp: "erp" })).body).toBe(first.body);
  });
});
