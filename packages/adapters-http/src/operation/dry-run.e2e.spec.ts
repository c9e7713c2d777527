import { beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";
import { aStage, edit, hrefOf, orders, type Stage } from "../testing/stage.ts";

describe("?dryRun=true decides, shows and changes nothing", () => {
  let api: Api;
  let stage: Stage;
  beforeAll(async () => {
    api = await anApi();
    stage = aStage(api);
  });

  it.each([
    ["/confirmation", "order.confirmed", async () => ({ order: await stage.placed() })],
    [
      "/cancellation",
      "order.canceled",
      async () => ({ order: await stage.placed(), body: { reason: "r" } }),
    ],
    [
      "/line-cancellations",
      "order.lines_canceled",
      async () => {
        const order = await stage.placed();
        const [line] = stage.unitsOf(order).lines;
        return { order, body: { lines: [{ ...line, quantity: 1 }], reason: "r" } };
      },
    ],
    ["/placement", "order.placed", async () => ({ order: await stage.draft() })],
    [
      "/credit-lines",
      "order.credit_line_added",
      async () => ({ order: await stage.placed(), body: { amount: 1, reason: "r" } }),
    ],
    [
      "/confirmation",
      "order.edit_confirmed",
      async () => {
        const order = await stage.edited();
        return { order, below: edit(order) };
      },
    ],
    [
      "/exchanges",
      "order.exchange_created",
      async () => {
        const order = await stage.delivered();
        const { id } = await stage.product();
        return {
          order,
          body: { ...stage.unitsOf(order), replacements: [{ productId: id, quantity: 1 }] },
        };
      },
    ],
  ] as const)("%s would bring about %s", async (path, type, make) => {
    const {
      order,
      body = {},
      below = "",
    } = { below: undefined, body: undefined, ...(await make()) };
    const before = (await api.get(hrefOf(order))).body;
    const url = `${hrefOf(order)}${below}${path}`;
    const key = { "idempotency-key": `${type}-key` };
    const shown = await api.post(`${url}?dryRun=true`, body, key);
    expect(shown.statusCode, shown.body).toBe(200);
    const { events, order: would } = shown.json();
    expect(events.map((event: { type: string }) => event.type)).toContain(type);
    expect(events.at(-1).version).toBe(would.version);
    expect((await api.get(hrefOf(order))).body).toBe(before);
    expect(shown.headers.etag).toBeUndefined();
    // The key is unused: the same one does it.
    const done = await api.post(url, body, key);
    expect(done.statusCode, done.body).toBe(201);
    expect(done.headers["idempotent-replayed"]).toBeUndefined();
  });

  it("shows an order that is not there yet", async () => {
    const { id } = await stage.product();
    const body = {
      email: "a@example.com",
      currency: "EUR",
      lines: [{ productId: id, quantity: 1 }],
    };
    const shown = await api.post(`${orders}?dryRun=true`, body);
    expect(shown.statusCode, shown.body).toBe(200);
    expect((await api.get(hrefOf(shown.json().order))).statusCode).toBe(404);
    expect((await api.get(`/api/v1/products/${id}/inventory`)).json().reserved).toBe(0);
  });

  it("refuses as the command itself would", async () => {
    const refused = await api.post(`${hrefOf(await stage.placed())}/completion?dryRun=true`, {});
    expect(refused.statusCode).toBe(409);
  });
});
