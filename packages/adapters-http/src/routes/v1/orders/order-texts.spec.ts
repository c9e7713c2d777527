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

  it("take no more bytes than they may, and those read longest ago go first", async () => {
    const size = await shownSize();
    const texts = new OrderTexts(size * 3 + 100);
    const [a, b, c, d] = [
      await readingOf(),
      await readingOf(),
      await readingOf(),
      await readingOf(),
    ];
    for (const reading of [a, b, c]) texts.forRequest(staff).textOf(reading);
    texts.forRequest(staff).revisionKept(a.id);
    const holds = texts.forRequest(staff);
    expect(holds.revisionKept(b.id)).toBe(b.revision);
    texts.forRequest(staff).revisionKept(a.id);
    texts.forRequest(staff).revisionKept(c.id);
    texts.forRequest(staff).textOf(d);
    expect(texts.bytes).toBeLessThanOrEqual(size * 3 + 100);
    const kept = [a, b, c, d].map(
      ({ id }) => texts.forRequest(staff).revisionKept(id) !== undefined,
    );
    expect(kept).toEqual([true, false, true, true]);
    // Pushed out, it is still at hand for the request that was told of it.
    expect(holds.textOf({ ...b, order: null }).json.toString()).toContain(b.id);
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
