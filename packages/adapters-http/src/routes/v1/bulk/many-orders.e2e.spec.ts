import { beforeEach, describe, expect, it } from "vitest";
import { anApi, type Api } from "../../../testing/an-api.ts";
import { aGuestOrder } from "../../../testing/orders.ts";
import { aStage } from "../../../testing/stage.ts";

const NDJSON = "application/x-ndjson";

describe("many orders", () => {
  let api: Api;
  beforeEach(async () => {
    api = await anApi();
  });

  const send = async (payload: string | Buffer, key = "import") =>
    api.send({
      method: "POST",
      url: "/api/v1/orders/imports",
      headers: { "content-type": NDJSON, "idempotency-key": key },
      payload,
    });
  const linesOf = (body: string) =>
    body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));

  it("imports a line at a time; a bad one stops no other and says what is wrong", async () => {
    const bad = { ...aGuestOrder(), currency: "XXX", color: "red" };
    const many = [
      JSON.stringify(aGuestOrder({ number: "I-1" })),
      "{not json",
      "",
      JSON.stringify(bad),
      JSON.stringify(aGuestOrder({ number: "I-1" })),
      JSON.stringify(aGuestOrder({ draft: true })),
      JSON.stringify(aGuestOrder({ note: "x".repeat(2_000_000) })),
      '{"__proto__": {}}',
      JSON.stringify(aGuestOrder({ number: "I-2" })),
    ];
    const response = await send(`${many.join("\n")}\n`);
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe(NDJSON);
    const results = linesOf(response.body);
    expect(results.map(({ line, status }) => [line, status])).toEqual([
      [1, 201],
      [2, 400],
      [4, 400],
      [5, 409],
      [6, 422],
      [7, 413],
      [8, 400],
      [9, 201],
    ]);
    expect(results[2].problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(["/currency", "/color"]),
    );
    expect(results[3].problem.code).toBe("number-taken");
  });

  it("is resumed by the same key: what was placed is answered, not placed again", async () => {
    const many = [1, 2, 3].map((n) => JSON.stringify(aGuestOrder({ number: `R-${n}` })));
    const part = linesOf((await send(many.slice(0, 2).join("\n"))).body);
    const all = linesOf((await send(many.join("\n"))).body);
    expect(all.map(({ replayed }) => replayed)).toEqual([true, true, false]);
    expect(all.slice(0, 2).map(({ order }) => order)).toEqual(part.map(({ order }) => order));
    expect((await api.get("/api/v1/orders?limit=10")).json().items).toHaveLength(3);
  });

  it("needs a key, and NDJSON", async () => {
    const url = "/api/v1/orders/imports";
    const keyless = await api.send({
      method: "POST",
      url,
      headers: { "content-type": NDJSON },
      payload: "{}",
    });
    expect(keyless.statusCode).toBe(400);
    const json = await api.post(url, aGuestOrder());
    expect(json.statusCode).toBe(415);
    expect(json.headers["accept-post"]).toBe(NDJSON);
    const elsewhere = await api.post("/api/v1/orders", aGuestOrder(), { "content-type": NDJSON });
    expect(elsewhere.statusCode).toBe(415);
  });

  it("exports what matches, as NDJSON or CSV", async () => {
    const stage = aStage(api);
    const mine = await stage.placed({ channel: "web", tags: ['=cmd("x")'] });
    await stage.placed({ channel: "shop" });
    const ndjson = await api.get("/api/v1/orders/export?channel=web", { accept: NDJSON });
    expect(ndjson.headers["content-type"]).toBe(NDJSON);
    expect(linesOf(ndjson.body)).toEqual([(await api.get(`/api/v1/orders/${mine.id}`)).json()]);

    const csv = await api.get("/api/v1/orders/export", { accept: "text/csv" });
    expect(csv.headers["content-type"]).toContain("text/csv");
    const [header = "", ...rows] = csv.body.split("\r\n");
    expect(header.split(",").slice(0, 4)).toEqual(["id", "number", "version", "status"]);
    expect(rows).toHaveLength(3);
    expect(csv.body).toContain(`"'=cmd(""x"")"`);
    const refused = await api.get("/api/v1/orders/export", { accept: "application/pdf" });
    expect(refused.statusCode).toBe(406);
  });
});
