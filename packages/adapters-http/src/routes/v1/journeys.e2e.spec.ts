import { beforeEach, describe, expect, it } from "vitest";
import { anApi, type Api, as } from "../../testing/an-api.ts";
import {
  aReturn,
  aStage,
  edit,
  fulfillment,
  hold,
  hrefOf,
  orders,
  payment,
  type Stage,
} from "../../testing/stage.ts";

interface Page {
  readonly items: readonly { readonly totals: { readonly total: number } }[];
  readonly page: { readonly next: string | null };
}

const patchType = { "content-type": "application/merge-patch+json" };

describe("who works with orders", () => {
  let api: Api;
  let stage: Stage;
  beforeEach(async () => {
    api = await anApi();
    stage = aStage(api);
  });

  it("a storefront customer orders, sees its own order only, changes its mind, and sends things back", async () => {
    const ada = await stage.customer();
    const customer = await as({ customer_id: ada.id });
    const { id } = await stage.product();
    const body = { customerId: ada.id, currency: "EUR", lines: [{ productId: id, quantity: 1 }] };

    const first = await api.post(orders, body, customer);
    expect(first.statusCode, first.body).toBe(201);
    expect(first.json().actions.map(({ name }: { name: string }) => name)).toEqual(["cancel"]);
    const href = hrefOf(first.json());
    expect((await api.post(`${href}/confirmation`, {}, customer)).statusCode).toBe(403);
    const canceled = await api.post(
      `${href}/cancellation`,
      { reason: "changed my mind" },
      customer,
    );
    expect(canceled.json().status).toBe("canceled");

    const bought = await stage.delivered({ customerId: ada.id });
    await stage.placed();
    const list = (await api.get(orders, customer)).json();
    expect(new Set(list.items.map((order: { id: string }) => order.id))).toEqual(
      new Set([first.json().id, bought.id]),
    );
    const asked = await api.post(`${hrefOf(bought)}/returns`, stage.unitsOf(bought), customer);
    expect(asked.json().returnStatus).toBe("requested");
    const approval = `${hrefOf(bought)}${aReturn(asked.json())}/approval`;
    expect((await api.post(approval, {}, customer)).statusCode).toBe(403);
  });

  it("the back office drafts, changes, places, holds, edits, credits and refunds", async () => {
    const draft = await stage.draft({ lines: [] });
    expect(draft).toMatchObject({ status: "draft", version: 1, totals: { total: 0 } });
    const { id } = await stage.product();
    const changed = await api.send({
      method: "PATCH",
      url: hrefOf(draft),
      headers: { ...patchType, "if-match": '"1"' },
      payload: JSON.stringify({
        lines: [{ productId: id, quantity: 2 }],
        internalNote: "by phone",
      }),
    });
    expect(changed.statusCode, changed.body).toBe(200);
    expect(changed.json()).toMatchObject({ totals: { total: 4758 }, internalNote: "by phone" });
    const placed = await stage.tell(draft, "/placement", { expectedTotal: 4758 });
    expect(placed.status).toBe("pending");

    const held = await stage.tell(placed, "/holds", { reason: "fraud?" });
    expect((await api.post(`${hrefOf(held)}/confirmation`, {})).json().code).toBe("on-hold");
    const released = await api.send({
      method: "DELETE",
      url: `${hrefOf(held)}${hold(held)}`,
      headers: { "if-match": `"${held.version}"` },
    });
    expect(released.statusCode, released.body).toBe(204);

    const operations = [{ type: "set_quantity", lineId: placed.lines[0]?.id, quantity: 1 }];
    const proposed = await stage.tell(placed, "/edits", { operations });
    expect(proposed.edits[0]).toMatchObject({ newTotal: 2379, difference: -2379 });
    const edited = await stage.tell(placed, `${edit(proposed)}/confirmation`);
    expect(edited.totals.current).toBe(2379);

    const paid = await stage.tell(placed, "/payments", { capture: true });
    expect(paid).toMatchObject({ paymentStatus: "paid", totals: { balance: 0 } });
    await stage.tell(placed, "/credit-lines", { amount: 379, reason: "late" });
    const refunded = await stage.tell(placed, `${payment(paid)}/refunds`, { amount: 379 });
    expect(refunded).toMatchObject({
      refundStatus: "partial",
      totals: { refunded: 379, balance: 0 },
    });
    const over = await api.post(`${hrefOf(placed)}${payment(paid)}/refunds`, { amount: 2001 });
    expect(over.statusCode, over.body).toBe(422);
  });

  it("the warehouse ships in parts, delivers, and takes things back", async () => {
    const order = await stage.confirmed();
    const line = order.lines[0]?.id;
    const one = await stage.tell(order, "/fulfillments", {
      lines: [{ lineId: line, quantity: 1 }],
    });
    expect(one.fulfillmentStatus).toBe("partially_fulfilled");
    const url = `${hrefOf(order)}${fulfillment(one)}`;
    const tracked = await api.send({
      method: "PATCH",
      url,
      headers: { ...patchType, "if-match": `"${one.version}"` },
      payload: JSON.stringify({ carrier: "DHL", trackingNumbers: ["00340"] }),
    });
    expect(tracked.json()).toMatchObject({ carrier: "DHL", trackingNumbers: ["00340"] });
    expect((await stage.tell(order, `${fulfillment(one)}/shipment`)).fulfillmentStatus).toBe(
      "partially_shipped",
    );
    const delivered = await stage.tell(order, `${fulfillment(one)}/delivery`);
    expect(delivered.lines[0]).toMatchObject({ fulfilled: 1, shipped: 1, delivered: 1 });

    const asked = await stage.tell(order, "/returns", { lines: [{ lineId: line, quantity: 1 }] });
    await stage.tell(order, `${aReturn(asked)}/approval`);
    const back = await stage.tell(order, `${aReturn(asked)}/receipts`, {
      lines: [{ lineId: line, quantity: 1, disposition: "write_off" }],
    });
    expect(back).toMatchObject({ totals: { returned: 2379 }, returnStatus: "partially_returned" });
    expect(back.lines[0]).toMatchObject({ returned: 1, writtenOff: 1 });
    expect((await stage.tell(order, `${aReturn(asked)}/closure`)).returns[0]?.status).toBe(
      "closed",
    );
  });

  it("an integrator lists by filter and sort, page by page", async () => {
    for (const quantity of [3, 1, 2]) {
      const { id } = await stage.product();
      await stage.placed({ lines: [{ productId: id, quantity }], tags: ["erp"], channel: "b2b" });
    }
    await stage.placed({ channel: "b2b" });
    const seen: number[] = [];
    let next: string | null = `${orders}?tag=erp&channel=b2b&sort=-total&limit=2`;
    while (next !== null) {
      const { items, page }: Page = (await api.get(next)).json();
      seen.push(...items.map(({ totals }) => totals.total));
      next = page.next;
    }
    expect(seen).toEqual([7136, 4758, 2379]);
    const few = await api.get(`${orders}?tag=erp&totalMax=2379&createdFrom=2020-01-01T00:00:00Z`);
    expect(few.json().items).toHaveLength(1);
    const other = await api.get(`${orders}?sort=total&cursor=${"x".repeat(40)}`);
    expect(other.json().errors[0].pointer).toBe("/cursor");
  });

  it("an auditor reads who did what, and the order as it was", async () => {
    const order = await stage.delivered();
    const { items, page } = (await api.get(`${hrefOf(order)}/events?limit=100`)).json();
    expect(page.next).toBeNull();
    expect(items.map(({ version }: { version: number }) => version)).toEqual(
      Array.from({ length: order.version }, (_, index) => index + 1),
    );
    expect(items[1]).toMatchObject({
      type: "order.confirmed",
      actor: { type: "user", id: "clerk" },
    });
    const was = await api.get(`${hrefOf(order)}?version=1`);
    expect(was.json()).toMatchObject({ version: 1, status: "pending", actions: [] });
    expect((await api.get(`${hrefOf(order)}?version=99`)).statusCode).toBe(404);
    expect((await api.get(`${hrefOf(order)}?version=1&at=2026-01-01T00:00:00Z`)).statusCode).toBe(
      422,
    );
    const then = await api.get(`${hrefOf(order)}?at=${order.updatedAt}`);
    expect(then.json().status).toBe("confirmed");
  });

  it("whoever may read them sees what an order refers to; whoever may not is told", async () => {
    const ada = await stage.customer({ name: "Ada" });
    const order = await stage.placed({ customerId: ada.id });
    const url = `${hrefOf(order)}?expand=customer,products`;
    const expanded = await api.get(url);
    expect(expanded.json()).toMatchObject({
      customer: { id: ada.id, name: "Ada" },
      products: [{ id: order.lines[0]?.productId }],
    });
    const refused = await api.get(url, await as({ scope: "orders:read customers:read" }));
    expect(refused.statusCode).toBe(403);
    expect(refused.headers["www-authenticate"]).toContain('scope="products:read"');
  });
});
