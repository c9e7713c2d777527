import { type OrderId, PaymentId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { AddPaymentInput } from "../../ports/input/payments.ts";
import { staff } from "../../testing/an-application.ts";
import { accepted, aShop, on, refusal } from "../../testing/a-shop.ts";
import { aClaim } from "../../testing/fixtures.ts";
import { declined, noAnswer, succeeded } from "../../testing/scripted-payments.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("payments", () => {
  let shop: Shop;
  let orderId: OrderId;
  beforeEach(async () => {
    shop = await aShop();
    orderId = (await shop.place({ paymentTerms: "prepaid" })).id;
  });
  const keyed = (key: string) => ({ ...staff, claim: aClaim(key) });
  const pay = (change: Partial<AddPaymentInput> = {}, context = staff) =>
    shop.useCases.addPayment(
      {
        ...on(orderId),
        amount: null,
        provider: "scripted",
        reference: "tok",
        capture: false,
        ...change,
      },
      context,
    );
  const paid = async (change: Partial<AddPaymentInput> = {}) => {
    const payment = accepted(await pay({ capture: true, ...change })).payments.at(-1);
    if (!payment) throw new Error("no payment was made");
    return payment.id;
  };
  const current = async () => (await shop.useCases.getOrder(orderId, staff))._unsafeUnwrap();
  const operations = async () =>
    (await current()).payments.flatMap((payment) =>
      payment.operations.map(({ type, status, amount }) => `${type} ${status} ${amount}`),
    );

  test("an authorization asks the provider once, with a key of its own, for what is still owed", async () => {
    const outcome = await pay();
    expect(await operations()).toEqual(["authorization succeeded 4758"]);
    expect(shop.payments.asked).toMatchObject([
      { method: "authorize", request: { amount: 4758, currency: "EUR", reference: "tok" } },
    ]);
    const payment = accepted(outcome).payments.at(0);
    expect(shop.payments.asked[0]?.request.key).toBe(`${payment?.id}/1`);
    expect(outcome.subject).toBe(payment?.id);
  });

  test("a declined card is an answer, not a refusal", async () => {
    shop.payments.answer(declined);
    const [operation] = accepted(await pay()).payments.at(0)?.operations ?? [];
    expect(operation).toMatchObject({ status: "failed", failure: "declined" });
  });

  test("capture: true captures after the authorization, in the same request", async () => {
    const order = accepted(await pay({ capture: true }));
    expect(await operations()).toEqual(["authorization succeeded 4758", "capture succeeded 4758"]);
    expect(order).toEqual(await current());
    expect(shop.payments.asked.map(({ method }) => method)).toEqual(["authorize", "capture"]);
  });

  test("the manual provider takes down what happened elsewhere, and asks nobody", async () => {
    await pay({ provider: "manual", capture: true, reference: "receipt 7" });
    expect(await operations()).toEqual(["authorization succeeded 4758", "capture succeeded 4758"]);
    expect(shop.payments.asked).toEqual([]);
  });

  test("refuses a provider that there is none of, and an amount of nothing", async () => {
    expect(refusal(await pay({ provider: "nobody" }))).toEqual({
      type: "UnknownPaymentProvider",
      path: ["provider"],
      provider: "nobody",
      known: ["manual", "scripted"],
    });
    await paid();
    expect(refusal(await pay())?.type).toBe("AmountMustBeAPositiveInteger");
  });

  test("captures, refunds and voids what it is told to", async () => {
    const paymentId = accepted(await pay()).payments.at(-1)?.id ?? expect.fail();
    const target = { ...on(orderId), paymentId };
    accepted(await shop.useCases.capturePayment({ ...target, amount: 1000 }, staff));
    accepted(await shop.useCases.voidPayment(target, staff));
    const credit = { ...on(orderId), amount: 4000, reason: "late" };
    accepted(await shop.useCases.addCreditLine(credit, staff));
    accepted(await shop.useCases.refundPayment({ ...target, amount: null }, staff));
    expect(await operations()).toEqual([
      "authorization succeeded 4758",
      "capture succeeded 1000",
      "void succeeded 3758",
      "refund succeeded 1000",
    ]);
    // 242 was paid too much; the other 758 lowers the total with it, so that nobody seems to owe it.
    const { creditLines } = await current();
    expect(creditLines.map(({ amount }) => amount)).toEqual([4000, 758]);
  });

  test("a payment that is not there is not found", async () => {
    const paymentId = await paid();
    const missing = { ...on(orderId), paymentId: PaymentId(`${paymentId}0`) };
    const refused = await shop.useCases.capturePayment({ ...missing, amount: null }, staff);
    expect(refusal(refused)).toMatchObject({ type: "OrderItemNotFound", item: "payment" });
    expect((await shop.useCases.getPayment({ orderId, paymentId }, staff)).isOk()).toBe(true);
    expect((await shop.useCases.getPayment(missing, staff)).isErr()).toBe(true);
  });

  test("canceling gives back everything, and the provider is asked to", async () => {
    await pay({ amount: 1000 });
    await paid({ amount: 500 });
    await shop.useCases.cancelOrder({ ...on(orderId), reason: "changed", note: null }, staff);
    expect((await operations()).filter((told) => /void|refund/.test(told))).toEqual([
      "void succeeded 1000",
      "refund succeeded 500",
    ]);
  });

  describe("under a key", () => {
    test("a retry gets the first answer, and the provider is not asked again", async () => {
      const first = await pay({ capture: true }, keyed("k1"));
      const again = await pay({ capture: true }, keyed("k1"));
      expect(again).toEqual({ ...first, replayed: true });
      expect(shop.payments.asked).toHaveLength(2);
      expect((await current()).payments).toHaveLength(1);
    });

    test("a request that broke off at the provider is taken up with the same provider key", async () => {
      shop.payments.answer(() => Promise.reject(new Error("killed")));
      await expect(pay({ capture: true }, keyed("k1"))).rejects.toThrow("killed");
      expect(await operations()).toEqual(["authorization requested 4758"]);

      const retried = await pay({ capture: true }, keyed("k1"));
      expect(await operations()).toEqual([
        "authorization succeeded 4758",
        "capture succeeded 4758",
      ]);
      const [first, second] = shop.payments.asked.map(({ request }) => request.key);
      expect(second).toBe(first);
      expect(retried.subject).toBe(accepted(retried).payments.at(0)?.id);
      expect(await pay({ capture: true }, keyed("k1"))).toEqual({ ...retried, replayed: true });
    });

    test("a request that broke off between two operations goes on with the second", async () => {
      shop.payments.answer(succeeded, () => Promise.reject(new Error("killed")));
      await expect(pay({ capture: true }, keyed("k1"))).rejects.toThrow("killed");
      await pay({ capture: true }, keyed("k1"));
      expect(await operations()).toEqual([
        "authorization succeeded 4758",
        "capture succeeded 4758",
      ]);
      const methods = shop.payments.asked.map(({ method }) => method);
      expect(methods).toEqual(["authorize", "capture", "capture"]);
    });

    test("two at once make one payment, and get one answer", async () => {
      const outcomes = await Promise.all([pay({}, keyed("k1")), pay({}, keyed("k1"))]);
      expect((await current()).payments).toHaveLength(1);
      expect(new Set(shop.payments.asked.map(({ request }) => request.key)).size).toBe(1);
      expect(outcomes.filter(({ replayed }) => replayed)).toHaveLength(1);
      expect(outcomes[0]?.result).toEqual(outcomes[1]?.result);
    });

    test("an unknown outcome is an answer; the key does not wait for better", async () => {
      shop.payments.answer(noAnswer);
      const first = await pay({}, keyed("k1"));
      expect(await operations()).toEqual(["authorization unknown 4758"]);
      expect(await pay({}, keyed("k1"))).toEqual({ ...first, replayed: true });
      expect(refusal(await pay())?.type).toBe("PaymentOutcomeIsUnknown");
    });
  });

  describe("reconciling", () => {
    const reconcile = () =>
      shop.useCases.reconcilePayments({ limit: 10, olderThan: 60_000 }, staff);

    test("asks again about unknown outcomes, under the same key, and follows them up", async () => {
      shop.payments.answer(noAnswer);
      await pay({ capture: true });
      expect(await reconcile()).toMatchObject({ done: 1, skipped: 0, remaining: false });
      expect(await operations()).toEqual([
        "authorization succeeded 4758",
        "capture succeeded 4758",
      ]);
      const [first, second] = shop.payments.asked.map(({ request }) => request.key);
      expect(second).toBe(first);
      expect(await reconcile()).toMatchObject({ done: 0, skipped: 0 });
    });

    test("takes up what a request left behind, but not what one may be at", async () => {
      shop.payments.answer(() => Promise.reject(new Error("killed")));
      await expect(pay()).rejects.toThrow("killed");
      expect(await reconcile()).toMatchObject({ done: 0 });
      shop.clock.advance(60_000);
      expect(await reconcile()).toMatchObject({ done: 1 });
      expect(await operations()).toEqual(["authorization succeeded 4758"]);
    });

    test("leaves alone what a request may be at, on the same order", async () => {
      const paymentId = accepted(await pay({ amount: 1000 })).payments.at(0)?.id ?? expect.fail();
      shop.payments.answer(noAnswer, () => Promise.reject(new Error("killed")));
      await pay({ amount: 2000 });
      const capture = { ...on(orderId), paymentId, amount: null };
      await expect(shop.useCases.capturePayment(capture, staff)).rejects.toThrow("killed");
      expect(await reconcile()).toMatchObject({ done: 1 });
      expect(await operations()).toEqual([
        "authorization succeeded 1000",
        "capture requested 1000",
        "authorization succeeded 2000",
      ]);
    });

    test("steps over what still has no answer", async () => {
      shop.payments.answer(noAnswer, noAnswer);
      await pay();
      expect(await reconcile()).toMatchObject({ done: 0, skipped: 1, remaining: false });
      expect(await operations()).toEqual(["authorization unknown 4758"]);
    });

    test("stops at its limit and says that there is more", async () => {
      shop.payments.answer(noAnswer, noAnswer);
      await pay();
      orderId = (await shop.place({ paymentTerms: "prepaid" })).id;
      await pay();
      const report = await shop.useCases.reconcilePayments({ limit: 1, olderThan: 0 }, staff);
      expect(report).toMatchObject({ done: 1, remaining: true });
    });

    test("leaves the retry of a settled request its answer", async () => {
      shop.payments.answer(() => Promise.reject(new Error("killed")));
      await expect(pay({}, keyed("k1"))).rejects.toThrow("killed");
      shop.clock.advance(60_000);
      await reconcile();
      const retried = await pay({}, keyed("k1"));
      expect(accepted(retried).payments.at(0)?.operations).toMatchObject([{ status: "succeeded" }]);
      expect((await current()).payments).toHaveLength(1);
    });
  });
});
