import { beforeEach, describe, expect, it } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";
import { aStage, hrefOf, type Stage } from "../testing/stage.ts";

const patchType = { "content-type": "application/merge-patch+json" };

describe("rule 6: writes on the condition of what was read", () => {
  let api: Api;
  let stage: Stage;
  beforeEach(async () => {
    api = await anApi();
    stage = aStage(api);
  });

  const patch = async (url: string, body: object, headers: Readonly<Record<string, string>>) =>
    api.send({
      method: "PATCH",
      url,
      headers: { ...patchType, ...headers },
      payload: JSON.stringify(body),
    });

  it("needs If-Match where it is marked, and honors lists and *, never weak tags", async () => {
    const href = hrefOf(await stage.placed());
    expect((await patch(href, { note: "a" }, {})).statusCode).toBe(428);
    for (const [tag, status] of [
      ["1", 412],
      ['W/"1"', 412],
      ['"2"', 412],
      ['"7", "1"', 200],
      ["*", 200],
    ] as const) {
      const response = await patch(href, { note: tag }, { "if-match": tag });
      expect(response.statusCode, tag).toBe(status);
      if (status === 412)
        expect(response.json()).toMatchObject({ code: "precondition-failed", currentVersion: 1 });
    }
  });

  it("keeps the tag when nothing changes", async () => {
    const href = hrefOf(await stage.placed());
    const first = await patch(href, { note: "a" }, { "if-match": '"1"' });
    expect(first.headers.etag).toBe('"2"');
    const again = await patch(href, { note: "a" }, { "if-match": '"2"' });
    expect(again.statusCode, again.body).toBe(200);
    expect(again.headers.etag).toBe('"2"');
    expect(again.body).toBe(first.body);
  });

  it("says 404 before 412", async () => {
    const missing = "/api/v1/orders/01990000-0000-7000-8000-0000000000ff";
    expect((await patch(missing, {}, { "if-match": '"9"' })).statusCode).toBe(404);
  });

  it("lets one of two concurrent writers succeed", async () => {
    const href = hrefOf(await stage.placed());
    const answers = await Promise.all(
      ["a", "b"].map(async (note) => patch(href, { note }, { "if-match": '"1"' })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 412,
    ]);
  });

  it("heeds If-Match on commands, beside expectedVersion", async () => {
    const order = await stage.placed();
    const href = `${hrefOf(order)}/confirmation`;
    const stale = await api.post(href, {}, { "if-match": '"9"' });
    expect(stale.statusCode).toBe(412);
    expect(stale.json().detail).toContain("a new Idempotency-Key");
    const conflict = await api.post(href, { expectedVersion: 9 });
    expect(conflict.statusCode).toBe(409);
    expect(conflict.json()).toMatchObject({ code: "stale-version", currentVersion: 1 });
    const both = await api.post(href, { expectedVersion: 1 }, { "if-match": '"1"' });
    expect(both.statusCode, both.body).toBe(201);
  });

  it("replays an answer whatever If-Match says now (rule 5)", async () => {
    const href = `${hrefOf(await stage.placed())}/confirmation`;
    const key = { "idempotency-key": "k" };
    const first = await api.post(href, {}, { ...key, "if-match": '"1"' });
    const again = await api.post(href, {}, { ...key, "if-match": '"1"' });
    expect(first.statusCode).toBe(201);
    expect(again.statusCode).toBe(201);
    expect(again.body).toBe(first.body);
  });

  it("takes a merge patch to change and JSON to create, and nothing else (rule 7)", async () => {
    const href = hrefOf(await stage.placed());
    const asJson = await patch(href, {}, { "if-match": "*", "content-type": "application/json" });
    expect(asJson.statusCode).toBe(415);
    expect(asJson.headers["accept-patch"]).toBe("application/merge-patch+json");
    const asPatch = await api.post("/api/v1/orders", {}, patchType);
    expect(asPatch.statusCode).toBe(415);
    expect(asPatch.headers["accept-post"]).toBe("application/json");
  });

  it("merges: what is left out stays, null clears", async () => {
    const address = { name: "Ada", line1: "1 Byron St", city: "London", country: "GB" };
    const order = await stage.placed({ shippingAddress: address, metadata: { a: "1", b: "2" } });
    const changed = await patch(
      hrefOf(order),
      { shippingAddress: { city: "Bath", line1: null }, metadata: { a: null, c: "3" } },
      { "if-match": "*" },
    );
    expect(changed.json()).toMatchObject({
      shippingAddress: { name: "Ada", line1: "", city: "Bath" },
      metadata: { b: "2", c: "3" },
    });
    expect(changed.json().metadata).not.toHaveProperty("a");
  });
});
