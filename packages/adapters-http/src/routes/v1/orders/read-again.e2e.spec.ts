import { beforeEach, describe, expect, it } from "vitest";
import { type Api, anApi, as } from "../../../testing/an-api.ts";
import { createMug, placeGuestOrder } from "../../../testing/orders.ts";

const orders = "/api/v1/orders";

describe("orders that are read again", () => {
  let api: Api;
  let id: string;
  beforeEach(async () => {
    api = await anApi();
    id = await placeGuestOrder(api);
  });
  const cancel = () => api.post(`${orders}/${id}/cancellation`, { reason: "customer request" });

  it("are the same bytes while nothing happens, by id and in lists", async () => {
    const first = await api.get(`${orders}/${id}`);
    const again = await api.get(`${orders}/${id}`);
    expect(again.body).toBe(first.body);
    expect(again.headers["etag"]).toBe('"1"');
    expect(again.headers["content-length"]).toBe(String(Buffer.byteLength(first.body)));
    for (let n = 0; n < 2; n += 1) {
      const page = await api.get(orders);
      expect(page.body).toBe(`{"items":[${first.body}],"page":{"next":null,"prev":null}}`);
      expect(page.headers["content-type"]).toBe("application/json; charset=utf-8");
    }
  });

  it("make pages that say how long they are, in bytes, and to HEAD that alone", async () => {
    expect((await api.get(`${orders}?status=canceled`)).body).toBe(
      '{"items":[],"page":{"next":null,"prev":null}}',
    );
    const other = await placeGuestOrder(api, { note: "Für Zoë ☕, 茶" });
    for (let n = 0; n < 2; n += 1) {
      const page = await api.get(orders);
      const bodies = [await api.get(`${orders}/${other}`), await api.get(`${orders}/${id}`)];
      expect(page.json().items).toEqual(bodies.map((order) => order.json()));
      expect(page.body).toContain("Für Zoë ☕, 茶");
      const length = String(Buffer.byteLength(page.body));
      expect(page.headers["content-length"]).toBe(length);
      const head = await api.send({ method: "HEAD", url: orders });
      expect([head.headers["content-length"], head.body]).toEqual([length, ""]);
    }
  });

  it("show at once what has happened to them", async () => {
    await api.get(`${orders}/${id}`);
    await api.get(orders);
    const canceled = await cancel();
    const read = await api.get(`${orders}/${id}`, { "if-none-match": '"1"' });
    expect(read.statusCode).toBe(200);
    expect(read.body).toBe(canceled.body);
    expect(read.headers["etag"]).toBe('"2"');
    expect((await api.get(orders)).json().items).toEqual([canceled.json()]);
    expect((await api.get(`${orders}/${id}`, { "if-none-match": '"2"' })).statusCode).toBe(304);
    expect((await api.get(`${orders}/${id}?version=1`)).json()).toMatchObject({
      status: "pending",
      actions: [],
    });
  });

  it("show at once that they were discarded", async () => {
    const draft = await placeGuestOrder(api, { draft: true });
    await api.get(`${orders}/${draft}`);
    const discarded = await api.send({
      method: "DELETE",
      url: `${orders}/${draft}`,
      headers: { "if-match": '"1"' },
    });
    expect(discarded.statusCode, discarded.body).toBe(204);
    const read = await api.get(`${orders}/${draft}`);
    expect(read.json()).toMatchObject({ version: 2, status: "canceled" });
    expect((await api.get(`${orders}?status=draft`)).json().items).toEqual([]);
  });

  it("show staff and customer each what is for them, in either order", async () => {
    const mug = await createMug(api);
    const customer = (await api.post("/api/v1/customers", { email: "ada@example.com" })).json().id;
    const asAda = await as({ customer_id: customer });
    const asEve = await as({ customer_id: "01990000-0000-7000-8000-00000000eeee" });
    const of = async () => {
      const body = {
        customerId: customer,
        currency: "EUR",
        lines: [{ productId: mug, quantity: 1 }],
      };
      return String((await api.post(orders, body)).json().id);
    };
    for (const readers of [
      ["staff", asAda, asEve],
      [asEve, asAda, "staff"],
    ] as const) {
      const order = await of();
      const shown = new Map<unknown, string>();
      for (let n = 0; n < 2; n += 1)
        for (const reader of readers) {
          const answer = await api.get(`${orders}/${order}`, reader === "staff" ? {} : reader);
          expect(answer.statusCode).toBe(reader === asEve ? 404 : 200);
          if (reader === asEve) continue;
          expect(answer.body).toBe(shown.get(reader) ?? answer.body);
          shown.set(reader, answer.body);
        }
      expect(shown.get("staff")).toContain('"name":"placeHold"');
      expect(shown.get(asAda)).not.toContain('"name":"placeHold"');
    }
  });
});
