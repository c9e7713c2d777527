import { beforeEach, describe, expect, it } from "vitest";
import { type Api, anApi } from "../../../testing/an-api.ts";
import { aGuestOrder, createMug, placeGuestOrder, theOrder } from "../../../testing/orders.ts";

describe("orders", () => {
  let api: Api;
  let mug: string;
  beforeEach(async () => {
    api = await anApi();
    mug = await createMug(api);
  });

  it("places the order of the contract, which comes to 4645, and reads it back", async () => {
    const placed = await api.post("/api/v1/orders", theOrder(mug));
    expect(placed.statusCode, placed.body).toBe(201);
    const order = placed.json();
    expect(order).toMatchObject({
      number: "A-1001",
      version: 1,
      status: "pending",
      customerId: null,
      email: "guest@example.com",
      currency: "EUR",
      totals: { subtotal: 4348, discount: 935, shipping: 490, tax: 742, total: 4645 },
      billingAddress: null,
      shippingAddress: { name: "Ada Lovelace", country: "GB" },
      cancellation: null,
      canceledAt: null,
    });
    expect(order.actions).toContainEqual({
      name: "cancel",
      method: "POST",
      href: `/api/v1/orders/${order.id}/cancellation`,
    });
    expect(order.lines[0]).toMatchObject({
      productId: mug,
      sku: "MUG-01",
      unitPrice: 1999,
      quantity: 2,
    });
    expect(order.placedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(placed.headers).toMatchObject({
      location: `/api/v1/orders/${order.id}`,
      etag: '"1"',
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
    });

    const read = await api.get(`/api/v1/orders/${order.id}`);
    expect(read.statusCode).toBe(200);
    expect(read.body).toBe(placed.body);
  });

  it("takes a deadline where the order is placed, and not from a draft", async () => {
    const sent = { ...aGuestOrder(), expiresAt: "2999-01-01T01:00:00+01:00" };
    const kept = { expiresAt: "2999-01-01T00:00:00.000Z" };
    const placed = await api.post("/api/v1/orders", sent);
    expect(placed.statusCode, placed.body).toBe(201);
    expect(placed.json()).toMatchObject(kept);

    const refused = await api.post("/api/v1/orders", { ...sent, draft: true });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ code: "draft-with-deadline" });

    const draft = await api.post("/api/v1/orders", { ...aGuestOrder(), draft: true });
    const placement = `/api/v1/orders/${draft.json().id}/placement`;
    expect((await api.post(placement, { expiresAt: sent.expiresAt })).json()).toMatchObject(kept);

    for (const expiresAt of ["tomorrow", "1999-12-31T23:59:59Z", "9999-12-31T23:59:59-05:00"])
      expect((await api.post("/api/v1/orders", { ...sent, expiresAt })).statusCode).toBe(400);
  });

  it.each([
    ["soon", "Send a time as RFC 3339, such as 2026-03-01T12:00:00Z."],
    ["1999-12-31T23:59:59Z", "Send a time from the year 2000 to 2999."],
  ])("tells one fault of the deadline %s", async (expiresAt, detail) => {
    const lines = [{ title: "Gift wrap", unitPrice: 350, taxRate: 1900, quantity: 1 }];
    const body = { email: "ada@example.com", currency: "EUR", lines, expiresAt };
    const refused = await api.post("/api/v1/orders", body);
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors).toEqual([{ detail, pointer: "/expiresAt", in: "body" }]);
  });

  it("cancels an order once, with its reason", async () => {
    const id = await placeGuestOrder(api);
    const canceled = await api.post(`/api/v1/orders/${id}/cancellation`, {
      reason: "customer request",
      note: null,
      expectedVersion: 1,
    });
    expect(canceled.statusCode, canceled.body).toBe(201);
    expect(canceled.json()).toMatchObject({
      version: 2,
      status: "canceled",
      cancellation: { reason: "customer request", note: null },
    });
    expect(canceled.headers).toMatchObject({
      location: `/api/v1/orders/${id}/cancellation`,
      etag: '"2"',
    });

    const again = await api.post(`/api/v1/orders/${id}/cancellation`, { reason: "again" });
    expect(again.statusCode).toBe(409);
    expect(again.json()).toMatchObject({
      code: "not-allowed-in-status",
      currentStatus: "canceled",
    });
  });

  it("lets a customer order at catalog prices only", async () => {
    const { as } = await import("../../../testing/an-api.ts");
    const created = await api.post("/api/v1/customers", { email: "ada@example.com" });
    const customer = await as({
      customer_id: created.json().id,
      scope: "orders:read orders:write",
    });
    const bare = { currency: "EUR", customerId: created.json().id };

    const custom = { title: "Free lunch", unitPrice: 0, taxRate: 0, quantity: 1 };
    const refused = await api.post("/api/v1/orders", { ...bare, lines: [custom] }, customer);
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ code: "staff-only", errors: [{ in: "body" }] });

    const placed = await api.post(
      "/api/v1/orders",
      { ...bare, lines: [{ productId: mug, quantity: 1 }] },
      customer,
    );
    expect(placed.statusCode, placed.body).toBe(201);
  });
});
