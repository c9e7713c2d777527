import { type OrderId, Timestamp } from "@ordo/domain";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { WriteContext } from "../../context.ts";
import { TenantId } from "../../tenant-id.ts";
import { accepted, aShop, guestOrder, on } from "../../testing/a-shop.ts";
import { staff } from "../../testing/an-application.ts";
import { aClaim, aProduct } from "../../testing/fixtures.ts";
import { freshId } from "../../testing/fresh-id.ts";
import { noAnswer } from "../../testing/scripted-payments.ts";
import { makeMaintenance } from "./make-maintenance.ts";

const other: WriteContext = {
  ...staff,
  tenantId: TenantId("01990000-0000-7000-8000-00000000bbbb"),
};
const customOrder = {
  ...guestOrder,
  lines: [{ title: "Gift wrap", sku: null, unitPrice: 350, taxRate: 1900, quantity: 1 }],
};

describe("maintenance", () => {
  let shop: Awaited<ReturnType<typeof aShop>>;
  const maintenance = () =>
    makeMaintenance({ ...shop.storage, clock: shop.clock }, shop.useCases, {
      requestsEndWithin: 60_000,
    });
  beforeEach(async () => {
    shop = await aShop();
  });
  const found = async (context: WriteContext, id: OrderId) =>
    (await shop.storage.orders.find(context.tenantId, id)) ?? expect.fail();
  const pay = async (context: WriteContext, id: OrderId) =>
    accepted(
      await shop.useCases.addPayment(
        { ...on(id), amount: 100, capture: false, provider: "scripted", reference: null },
        context,
      ),
    );

  test("expires what is due in every tenant, in Ordo's own name", async () => {
    const expiresAt = shop.clock.now();
    const mine = await shop.place({ ...customOrder, expiresAt });
    const theirs = await shop.place({ ...customOrder, expiresAt }, other);
    const later = await shop.place({ ...customOrder, expiresAt: Timestamp(expiresAt + 1) });
    expect(await maintenance().expireOrders()).toEqual({
      done: 2,
      skipped: 0,
      oldestSkipped: null,
      failures: [],
      remaining: false,
    });
    expect((await found(staff, mine.id)).status).toBe("canceled");
    expect((await found(other, theirs.id)).status).toBe("canceled");
    expect((await found(staff, later.id)).status).toBe("pending");
    const page = { limit: 10, from: null };
    const { items } = await shop.storage.orderJournal.timeline(other.tenantId, theirs.id, page);
    expect(items.map(({ event }) => event.actor)).toContainEqual({ type: "service", id: "ordo" });
  });

  test("settles payments under the key they were sent with, and says how old the oldest unknown is", async () => {
    const [first, second] = [await shop.place(customOrder), await shop.place(customOrder, other)];
    shop.payments.answer(noAnswer, noAnswer);
    await pay(staff, first.id);
    const requestedAt = shop.clock.now();
    await pay(other, second.id);
    shop.clock.advance(1_000);
    shop.payments.answer(noAnswer);
    expect(await maintenance().settlePayments()).toMatchObject({
      done: 1,
      skipped: 1,
      oldestSkipped: requestedAt,
      remaining: false,
    });
    expect(await maintenance().settlePayments()).toMatchObject({ done: 1, skipped: 0 });
    expect(await maintenance().settlePayments()).toMatchObject({ done: 0, skipped: 0 });
    const keys = shop.payments.asked.map(({ request }) => request.key);
    expect(new Set(keys.slice(2))).toEqual(new Set(keys.slice(0, 2)));
  });

  test("forgets old keys batch by batch", async () => {
    const add = (key: string) =>
      shop.storage.products.add({
        tenantId: staff.tenantId,
        claim: aClaim(key),
        product: aProduct(freshId()),
      });
    for (let n = 0; n < 1_001; n += 1) await add(`k${String(n)}`);
    await shop.storage.ageKeys(31 * 86_400_000);
    const progress: number[] = [];
    const report = await maintenance().forgetKeys({ onProgress: (done) => progress.push(done) });
    expect(report).toMatchObject({ done: 1_001, remaining: false });
    expect(progress).toEqual([1_000, 1_001]);
    expect((await add("k1")).replayed).toBe(false);
  });

  test("an order on which an attempt breaks holds up none behind it", async () => {
    const expiresAt = shop.clock.now();
    const broken = await shop.place({ ...customOrder, expiresAt: Timestamp(expiresAt - 1) });
    const sound = await shop.place({ ...customOrder, expiresAt });
    const defect = new Error("cannot be decoded");
    const write = shop.storage.orders.write.bind(shop.storage.orders);
    vi.spyOn(shop.storage.orders, "write").mockImplementation((order) =>
      order.orderId === broken.id ? Promise.reject(defect) : write(order),
    );
    const report = await maintenance().expireOrders();
    expect(report).toMatchObject({ done: 1, skipped: 0 });
    expect(report.failures).toEqual([
      { tenantId: staff.tenantId, orderId: broken.id, error: defect },
    ]);
    expect((await found(staff, sound.id)).status).toBe("canceled");
  });

  test("ends after the orders at hand when it is to stop", async () => {
    const expiresAt = shop.clock.now();
    for (let n = 0; n < 20; n += 1) await shop.place({ ...customOrder, expiresAt });
    let asked = 0;
    const shouldStop = () => (asked += 1) > 2;
    expect(await maintenance().expireOrders({ shouldStop })).toMatchObject({
      done: 16,
      remaining: true,
    });
    expect(await maintenance().expireOrders()).toMatchObject({ done: 4, remaining: false });
  });
});
