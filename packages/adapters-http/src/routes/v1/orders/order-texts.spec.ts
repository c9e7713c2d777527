import { type OrderReading, TenantId } from "@ordo/application";
import { anApplication, aPlacement, freshId, placing, staff } from "@ordo/application/testing";
import { CustomerId, OrderId } from "@ordo/domain";
import { describe, expect, it } from "vitest";
import { OrderTexts } from "./order-texts.ts";

const readingOf = async (change: Partial<OrderReading> = {}): Promise<OrderReading> => {
  const { storage } = anApplication();
  const id = OrderId(freshId());
  await storage.orders.write(placing(staff.tenantId, null, aPlacement(id)));
  const reading = await storage.orderQueries.reread(staff.tenantId, id, undefined);
  if (reading === undefined) throw new Error("not there");
  return { ...reading, ...change };
};

const shownSize = async (): Promise<number> => {
  const texts = new OrderTexts(1_000_000);
  texts.forRequest(staff).textOf(await readingOf());
  return texts.bytes;
};

describe("kept texts of orders", () => {
  it("are shown again at the same revision, and written anew at any other", async () => {
    const texts = new OrderTexts(1_000_000);
    const reading = await readingOf();
    const first = texts.forRequest(staff).textOf(reading);
    const again = texts.forRequest(staff);
    expect(again.revisionKept(reading.id)).toBe(reading.revision);
    expect(again.textOf({ ...reading, order: null })).toBe(first);
    const changed = {
      ...reading,
      revision: "2",
      order: reading.order && { ...reading.order, note: "new" },
    };
    expect(again.textOf(changed).json.toString()).toContain('"note":"new"');
    expect(texts.forRequest(staff).revisionKept(reading.id)).toBe("2");
  });

  it("belong to one tenant, and to staff or one customer", async () => {
    const texts = new OrderTexts(1_000_000);
    const reading = await readingOf();
    texts.forRequest(staff).textOf(reading);
    for (const reader of [
      { ...staff, tenantId: TenantId(freshId()) },
      { ...staff, actingCustomerId: CustomerId(freshId()) },
    ]) {
      const request = texts.forRequest(reader);
      expect(request.revisionKept(reading.id)).toBeUndefined();
      expect(() => request.textOf({ ...reading, order: null })).toThrow("lacks");
    }
  });

  it("take no more bytes than they may; the oldest that nobody read again goes first", async () => {
    const size = await shownSize();
    const texts = new OrderTexts(size * 3 + 100);
    const [a, b, c, d, e] = await Promise.all([1, 2, 3, 4, 5].map(() => readingOf()));
    const show = (reading: OrderReading | undefined) =>
      reading && texts.forRequest(staff).textOf(reading);
    for (const reading of [a, b, c]) show(reading);
    const told = texts.forRequest(staff);
    if (!a || !b) throw new Error("no readings");
    expect(told.revisionKept(a.id)).toBe(a.revision);
    show(d);
    show(e);
    expect(texts.bytes).toBeLessThanOrEqual(size * 3 + 100);
    const kept = [a, b, c, d, e].map(
      (reading) => reading && texts.forRequest(staff).revisionKept(reading.id) !== undefined,
    );
    expect(kept).toEqual([true, false, false, true, true]);
    for (let n = 0; n < 3; n += 1) show(await readingOf());
    expect(texts.forRequest(staff).revisionKept(a.id)).toBeUndefined();
    // Pushed out, it is still at hand for the request that was told of it.
    expect(told.textOf({ ...a, order: null }).json.toString()).toContain(a.id);
  });

  it("keep nothing when they may take nothing, or when one is larger than all", async () => {
    const reading = await readingOf();
    for (const bytes of [0, 100]) {
      const texts = new OrderTexts(bytes);
      texts.forRequest(staff).textOf(reading);
      expect([texts.bytes, texts.forRequest(staff).revisionKept(reading.id)]).toEqual([
        0,
        undefined,
      ]);
    }
  });
});
