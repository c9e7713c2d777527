import { beforeEach, describe, expect, it } from "vitest";
import { anApi, type Api } from "../../../testing/an-api.ts";
import { placeGuestOrder } from "../../../testing/orders.ts";
import { aStage } from "../../../testing/stage.ts";

const orders = "/api/v1/orders";

describe("rule 8: lists are walked by cursor", () => {
  let api: Api;
  let ids: string[];
  beforeEach(async () => {
    api = await anApi();
    ids = [];
    for (let index = 0; index < 5; index += 1)
      ids.unshift(await placeGuestOrder(api, { channel: index % 2 === 0 ? "web" : "shop" }));
  });

  interface ListedPage {
    items: { id: string }[];
    page: { next: string | null; prev: string | null };
  }
  const walk = async (start: string, direction: "next" | "prev"): Promise<string[][]> => {
    const pages: string[][] = [];
    for (let url: string | null = start; url !== null;) {
      const response = await api.get(url);
      expect(response.statusCode, response.body).toBe(200);
      const { items, page } = response.json<ListedPage>();
      for (const [relation, target] of Object.entries(page))
        if (target !== null)
          expect(response.headers.link).toContain(`<${target}>; rel="${relation}"`);
      pages.push(items.map(({ id }) => id));
      url = page[direction];
    }
    return pages;
  };

  it("newest first, each once, there and back", async () => {
    const pages = await walk(`${orders}?limit=2`, "next");
    expect(pages.flat()).toEqual(ids);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);

    const { page } = (await api.get(`${orders}?limit=2`)).json<ListedPage>();
    expect(page.prev).toBeNull();
    const second = (await api.get(page.next ?? "")).json<ListedPage>();
    expect(
      (await api.get(second.page.prev ?? "")).json<ListedPage>().items.map(({ id }) => id),
    ).toEqual(ids.slice(0, 2));
  });

  it("neither repeats nor skips what existed when the walk began", async () => {
    const first = (await api.get(`${orders}?limit=2`)).json<ListedPage>();
    await placeGuestOrder(api);
    const rest = await walk(first.page.next ?? "", "next");
    expect([...first.items.map(({ id }) => id), ...rest.flat()]).toEqual(ids);
  });

  it("filters", async () => {
    const shop = await walk(`${orders}?channel=shop&limit=1`, "next");
    expect(shop.flat()).toEqual([ids[1], ids[3]]);
    expect((await api.get(`${orders}?status=canceled`)).json().items).toEqual([]);
    expect((await api.get(`${orders}?email=GUEST@example.com`)).json().items).toHaveLength(5);
  });

  it("filters by each derived status, in the export too", async () => {
    const stage = aStage(api);
    const paid = await stage.paid({ paymentTerms: "prepaid" });
    const returned = await stage.received();
    for (const [query, expected] of [
      ["paymentStatus=paid", [paid.id]],
      ["fulfillmentStatus=delivered", [returned.id]],
      ["returnStatus=returned", [returned.id]],
      ["returnStatus=none&paymentStatus=paid", [paid.id]],
      ["returnStatus=returned&paymentStatus=paid", []],
      ["refundStatus=none", [returned.id, paid.id, ...ids]],
      ["refundStatus=full", []],
      ["paymentStatus=unpaid", ids],
    ] as const) {
      expect((await walk(`${orders}?${query}&limit=2`, "next")).flat(), query).toEqual(expected);
      const { body } = await api.get(`${orders}/export?${query}`);
      const exported = body.split("\n").filter((line) => line !== "");
      expect(
        exported.map((line) => JSON.parse(line).id),
        query,
      ).toEqual(expected);
    }
  });

  it("refuses a cursor that was tampered with, or that belongs to other filters, and says so", async () => {
    const next =
      (await api.get(`${orders}?limit=2&channel=web`)).json<ListedPage>().page.next ?? "";
    const cursor = new URL(next, "http://x").searchParams.get("cursor") ?? "";
    const flipped = `${cursor.startsWith("A") ? "B" : "A"}${cursor.slice(1)}`;
    for (const [query, detail] of [
      [`channel=web&cursor=${flipped}`, /no cursor of ours/],
      ["cursor=abc", /no cursor of ours/],
      [`channel=shop&cursor=${cursor}`, /other filters/],
      [`cursor=${cursor}`, /other filters/],
      ...[
        "paymentStatus=unpaid",
        "refundStatus=none",
        "fulfillmentStatus=unfulfilled",
        "returnStatus=none",
      ].map((added) => [`channel=web&${added}&cursor=${cursor}`, /other filters/] as const),
    ] as const) {
      const response = await api.get(`${orders}?${query}`);
      expect(response.statusCode).toBe(400);
      expect(response.json().errors).toEqual([
        { in: "query", pointer: "/cursor", detail: expect.stringMatching(detail) },
      ]);
    }
    expect((await api.get(`${orders}?channel=web&limit=50&cursor=${cursor}`)).statusCode).toBe(200);
  });

  it.each(["0", "101", "-1", "1.5", "1e1", "x", "", "%20 5"])("refuses limit=%s", async (limit) => {
    const response = await api.get(`${orders}?limit=${limit.replace(" ", "")}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toMatchObject([{ in: "query", pointer: "/limit" }]);
  });

  it("gives 20 by default", async () => {
    for (let index = 0; index < 16; index += 1) await placeGuestOrder(api);
    expect((await api.get(orders)).json().items).toHaveLength(20);
  });

  it.each([
    ["an unknown field", "total=1", "/total"],
    ["a field sent twice", "channel=a&channel=b", "/channel"],
    ["an unknown status", "status=lost", "/status"],
    ["an unknown payment status", "paymentStatus=lost", "/paymentStatus"],
    ["an unknown refund status", "refundStatus=lost", "/refundStatus"],
    ["an unknown fulfillment status", "fulfillmentStatus=lost", "/fulfillmentStatus"],
    ["an unknown return status", "returnStatus=lost", "/returnStatus"],
    ["a NUL", "number=%00", "/number"],
  ])("refuses %s", async (_name, query, pointer) => {
    const response = await api.get(`${orders}?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toMatchObject([{ in: "query", pointer }]);
  });
});
