import type { Order, OrderId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../testing/an-application.ts";
import { accepted, aShop, on, refusal } from "../testing/a-shop.ts";
import { aClaim } from "../testing/fixtures.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("commands on an existing order", () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await aShop();
  });
  const lineOf = (order: Order) => order.lines.at(0)?.id ?? expect.fail();
  const current = async (id: OrderId) => (await shop.useCases.getOrder(id, staff))._unsafeUnwrap();

  test("an order goes its way from placed to completed", async () => {
    const { id } = await shop.delivered({ paymentTerms: "onAccount" });
    expect(await shop.stock()).toEqual([8, 0]);
    const payment = { amount: null, provider: "manual", reference: null, capture: true };
    accepted(await shop.useCases.addPayment({ ...on(id), ...payment }, staff));
    expect(accepted(await shop.useCases.completeOrder(on(id), staff)).status).toBe("completed");
    expect(accepted(await shop.useCases.archiveOrder(on(id), staff)).archivedAt).not.toBeNull();
    expect(accepted(await shop.useCases.unarchiveOrder(on(id), staff)).archivedAt).toBeNull();
  });

  test("expectedVersion: one, one of many, or none of them", async () => {
    const { id: orderId } = await shop.place();
    const archive = (expectedVersion: number | readonly number[]) =>
      shop.useCases.archiveOrder({ orderId, expectedVersion }, staff);
    for (const expectedVersion of [2, [2, 3], []])
      expect(refusal(await archive(expectedVersion))).toEqual({
        type: "StaleVersion",
        expectedVersion,
        currentVersion: 1,
        status: "pending",
      });
    expect(refusal(await archive([5, 1]))).toBeUndefined();
  });

  test("a retry gets the same id of what was made", async () => {
    const { id } = await shop.place();
    const hold = () =>
      shop.useCases.placeHold({ ...on(id), reason: "fraud" }, { ...staff, claim: aClaim("k1") });
    const first = await hold();
    expect(first.subject).toBe(accepted(first).holds.at(0)?.id);
    expect(await hold()).toEqual({ ...first, replayed: true });
    expect((await current(id)).holds).toHaveLength(1);
  });

  test("a hold stands in the way until it is released, once", async () => {
    const { id } = await shop.place();
    const { holds } = accepted(
      await shop.useCases.placeHold({ ...on(id), reason: "fraud" }, staff),
    );
    const holdId = holds.at(0)?.id ?? expect.fail();
    expect(refusal(await shop.useCases.confirmOrder(on(id), staff))?.type).toBe("OrderIsOnHold");
    accepted(await shop.useCases.releaseHold({ ...on(id), holdId }, staff));
    const again = await shop.useCases.releaseHold({ ...on(id), holdId }, staff);
    expect(refusal(again)?.type).toBe("HoldIsReleased");
    expect((await shop.useCases.confirmOrder(on(id), staff)).result.isOk()).toBe(true);
  });

  test("lines are canceled, their stock released, and the last ones end the order", async () => {
    const order = await shop.place();
    const lines = [{ lineId: lineOf(order), quantity: 1 }];
    const cancel = () =>
      shop.useCases.cancelLines({ ...on(order.id), lines, reason: "sold out" }, staff);
    accepted(await cancel());
    expect(await shop.stock()).toEqual([10, 1]);
    expect(accepted(await cancel()).status).toBe("canceled");
    expect(await shop.stock()).toEqual([10, 0]);
  });

  test("goodwill lowers the total, by no more than it is", async () => {
    const { id } = await shop.place();
    const credit = (amount: number) =>
      shop.useCases.addCreditLine({ ...on(id), amount, reason: "late" }, staff);
    expect(refusal(await credit(4759))?.type).toBe("CreditExceedsTotal");
    const credited = await credit(4758);
    expect(credited.subject).toBe(accepted(credited).creditLines.at(0)?.id);
  });

  describe("expiring", () => {
    test("waits for the deadline, then releases the stock", async () => {
      const deadline = shop.clock.now();
      const { id } = await shop.place({ expiresAt: deadline });
      expect(accepted(await shop.useCases.expireOrder(on(id), staff)).status).toBe("canceled");
      expect(await shop.stock()).toEqual([10, 0]);
    });

    test("sees to all that are due, and to no other", async () => {
      const due = await shop.place({ expiresAt: shop.clock.now() });
      const never = await shop.place();
      const report = await shop.useCases.expireDueOrders({ limit: 10 }, staff);
      expect(report).toMatchObject({ done: 1, skipped: 0, remaining: false });
      expect((await current(due.id)).status).toBe("canceled");
      expect((await current(never.id)).status).toBe("pending");
    });
  });
});
