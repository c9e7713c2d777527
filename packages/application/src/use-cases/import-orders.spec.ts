import { beforeEach, describe, expect, test } from "vitest";
import type { ImportedLine, ImportLine } from "../ports/input/import-orders.ts";
import type { PlaceOrderInput } from "../ports/input/place-order.ts";
import { staff } from "../testing/an-application.ts";
import { aShop, guestOrder } from "../testing/a-shop.ts";
import { aClaim } from "../testing/fixtures.ts";
import { makeImportOrders } from "./import-orders.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;
type Line = ImportLine<string>;

describe("importing orders", () => {
  let shop: Shop;
  let taken: number;
  beforeEach(async () => {
    shop = await aShop();
    taken = 0;
  });
  const wrap = { title: "Wrap", sku: null, unitPrice: 350, taxRate: 0, quantity: 1 };
  const lineWith = (line: number, change: Partial<PlaceOrderInput> = {}): Line => ({
    line,
    fingerprint: `f${line}`,
    order: { ...guestOrder, lines: [wrap], expectedTotal: null, ...change },
  });
  async function* stream(lines: readonly Line[]): AsyncGenerator<Line> {
    for (const line of lines) {
      taken += 1;
      yield line;
    }
  }
  const run = async (lines: readonly Line[], upTo = Number.POSITIVE_INFINITY) => {
    const context = { ...staff, claim: aClaim("import-1") };
    const answers: ImportedLine<string>[] = [];
    for await (const answer of shop.useCases.importOrders(stream(lines), context)) {
      answers.push(answer);
      if (answers.length >= upTo) break;
    }
    return answers;
  };
  const told = (answer: ImportedLine<string>) => {
    if ("fault" in answer) return `${answer.line} ${answer.fault}`;
    const { result, replayed } = answer.outcome;
    const what = result.match(
      (order) => order.status,
      ({ type }) => type,
    );
    return `${answer.line} ${what}${replayed ? " again" : ""}`;
  };
  const orders = async () => {
    let count = 0;
    for await (const _ of shop.useCases.exportOrders({}, staff)) count += 1;
    return count;
  };

  test("answers every line in its place; a bad one stops nothing else", async () => {
    const lines = [
      lineWith(1),
      { line: 2, fault: "no JSON" },
      lineWith(3, { currency: "XXY" }),
      lineWith(4),
    ];
    expect((await run(lines)).map(told)).toEqual([
      "1 pending",
      "2 no JSON",
      "3 UnknownCurrency",
      "4 pending",
    ]);
    expect(await orders()).toBe(2);
  });

  test("answers a line when it is done, although the next has not come", async () => {
    const more = Promise.withResolvers<void>();
    const lines = async function* () {
      yield lineWith(1);
      await more.promise;
      yield lineWith(2);
    };
    const answers = shop.useCases
      .importOrders(lines(), { ...staff, claim: aClaim("import-1") })
      [Symbol.asyncIterator]();
    const first = await answers.next();
    expect(first.value && told(first.value)).toBe("1 pending");
    more.resolve();
    const second = await answers.next();
    expect(second.value && told(second.value)).toBe("2 pending");
    expect((await answers.next()).done).toBe(true);
  });

  test("is resumed by its key: what was placed is answered again, the rest is placed", async () => {
    await run([lineWith(1), lineWith(2)]);
    const again = await run([lineWith(1), lineWith(2), lineWith(3)]);
    expect(again.map(told)).toEqual(["1 pending again", "2 pending again", "3 pending"]);
    expect(await orders()).toBe(3);
  });

  test("another line under the same key is refused", async () => {
    await run([lineWith(1)]);
    const other: Line = { ...lineWith(1), fingerprint: "other" };
    expect((await run([other])).map(told)).toEqual(["1 IdempotencyKeyReused"]);
  });

  test("holds a few lines at a time, however many there are", async () => {
    const lines = Array.from({ length: 100 }, (_, n) => lineWith(n + 1));
    await run(lines, 1);
    expect(taken).toBeLessThanOrEqual(16);
    expect(await run(lines)).toHaveLength(100);
    expect(await orders()).toBe(100);
  });

  test("a failure is thrown where its line's turn comes, after the answers before it", async () => {
    const { placeOrder } = shop.useCases;
    const importOrders = makeImportOrders(async (input, context) => {
      if (input.channel === "broken") throw new Error("broken");
      return placeOrder(input, context);
    });
    const lines = stream([lineWith(1), lineWith(2, { channel: "broken" }), lineWith(3)]);
    const seen: string[] = [];
    const walk = async () => {
      for await (const answer of importOrders(lines, { ...staff, claim: aClaim("import-1") }))
        seen.push(told(answer));
    };
    await expect(walk()).rejects.toThrow("broken");
    expect(seen).toEqual(["1 pending"]);
  });
});
