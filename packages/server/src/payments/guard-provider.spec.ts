import {
  gatewayOf,
  type PaymentProvider,
  type ProviderAnswer,
  type ProviderRequest,
} from "@ordo/application";
import {
  accepted,
  anApplication,
  currency,
  freshId,
  guestOrder,
  on,
  pot,
  staff,
} from "@ordo/application/testing";
import { OrderId, PaymentId } from "@ordo/domain";
import { Registry } from "prom-client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makePaymentMetrics } from "../metrics/payment-metrics.ts";
import type { GuardLimits } from "./guard-limits.ts";
import { guardProvider } from "./guard-provider.ts";

const limits: GuardLimits = {
  timeoutMs: 1_000,
  breakAfter: 3,
  openMs: 10_000,
  maxInFlight: 2,
  maxWaiting: 1,
};

type Mood = "good" | "hangs" | "throws" | "late" | "declines" | "answer lost";

/** Does and charges at once, whatever its mood; one charge for each key. */
const hostile = () => {
  const charged = new Map<string, number>();
  const asked: string[] = [];
  const state: { mood: Mood } = { mood: "good" };
  const succeeded: ProviderAnswer = { outcome: "succeeded", reference: null };
  const ask = (request: ProviderRequest): Promise<ProviderAnswer> => {
    asked.push(request.key);
    if (state.mood === "declines")
      return Promise.resolve({ outcome: "failed", reason: "no funds" });
    charged.set(request.key, request.amount);
    switch (state.mood) {
      case "good":
        return Promise.resolve(succeeded);
      case "hangs":
        return new Promise(() => undefined);
      case "throws":
        throw new Error("socket hang up");
      case "late":
        return new Promise((resolve) => setTimeout(() => resolve(succeeded), 5_000));
      case "answer lost":
        return Promise.resolve({ outcome: "unknown", reason: "connection reset" });
    }
  };
  const provider: PaymentProvider = { authorize: ask, capture: ask, void: ask, refund: ask };
  return { provider, state, asked, charged };
};

const aShopWith = async () => {
  const { provider, ...given } = hostile();
  const registry = new Registry();
  const guarded = guardProvider("hostile", provider, limits, makePaymentMetrics(registry));
  const { useCases, storage } = anApplication(gatewayOf({ hostile: guarded }));
  await storage.products.add({ tenantId: staff.tenantId, claim: null, product: pot });
  const pay = async () => {
    const input = { ...guestOrder, lines: [{ productId: pot.id, quantity: 1 }] };
    const placed = await useCases.placeOrder({ ...input, expectedTotal: null }, staff);
    const target = { ...on(accepted(placed).id), amount: null, capture: false };
    const paying = useCases.addPayment({ ...target, provider: "hostile", reference: null }, staff);
    await vi.advanceTimersByTimeAsync(limits.timeoutMs);
    return accepted(await paying)
      .payments.at(0)
      ?.operations.at(0);
  };
  const reconcile = async () => {
    const running = useCases.reconcilePayments({ limit: 10, olderThan: 60_000 }, staff);
    await vi.advanceTimersByTimeAsync(10 * limits.timeoutMs);
    return running;
  };
  const breaker = async () =>
    /state="(\w+)"\} 1$/m.exec(
      await registry.getSingleMetricAsString("ordo_payment_breaker_state"),
    )?.[1];
  const counted = async (outcome: string) => {
    const text = await registry.getSingleMetricAsString("ordo_payment_call_duration_seconds");
    return Number(new RegExp(`_count\\{.*outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };
  return { ...given, guarded, pay, reconcile, breaker, counted };
};

describe("a hostile provider behind its guard", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
  afterEach(() => vi.useRealTimers());

  test.each([
    ["hangs", "timeout"],
    ["late", "timeout"],
    ["throws", "threw"],
    ["answer lost", "unknown"],
  ] as const)(
    "that %s leaves the operation unknown; its key resolves it",
    async (mood, outcome) => {
      const shop = await aShopWith();
      shop.state.mood = mood;
      expect(await shop.pay()).toMatchObject({ status: "unknown" });
      expect(await shop.counted(outcome)).toBe(1);
      shop.state.mood = "good";
      expect(await shop.reconcile()).toMatchObject({ done: 1, skipped: 0 });
      expect(shop.asked).toHaveLength(2);
      expect(shop.charged.size).toBe(1);
    },
  );

  test("that declines has answered: the breaker stays closed", async () => {
    const shop = await aShopWith();
    shop.state.mood = "declines";
    for (let n = 0; n < 4; n += 1)
      expect(await shop.pay()).toMatchObject({ status: "failed", failure: "no funds" });
    expect(await shop.breaker()).toBe("closed");
  });

  test("that flaps is not asked while the breaker is open, then tried once", async () => {
    const shop = await aShopWith();
    shop.state.mood = "throws";
    for (let n = 0; n < 3; n += 1) await shop.pay();
    expect(await shop.breaker()).toBe("open");
    expect(await shop.pay()).toMatchObject({ status: "unknown" });
    expect(shop.asked).toHaveLength(3);
    expect(await shop.counted("open")).toBe(1);

    await vi.advanceTimersByTimeAsync(limits.openMs);
    await shop.pay();
    expect(shop.asked).toHaveLength(4);
    expect(await shop.breaker()).toBe("open");

    shop.state.mood = "good";
    await vi.advanceTimersByTimeAsync(limits.openMs);
    expect(await shop.reconcile()).toMatchObject({ done: 5, skipped: 0 });
    expect(await shop.breaker()).toBe("closed");
    expect(shop.charged.size).toBe(5);
  });

  test("an open breaker never buries a charge that was made before it opened", async () => {
    const shop = await aShopWith();
    shop.state.mood = "throws";
    for (let n = 0; n < 3; n += 1) await shop.pay();
    expect(shop.charged.size).toBe(3);
    expect(await shop.breaker()).toBe("open");
    expect(await shop.reconcile()).toMatchObject({ done: 0, skipped: 3 });
    shop.state.mood = "good";
    await vi.advanceTimersByTimeAsync(limits.openMs);
    expect(await shop.reconcile()).toMatchObject({ done: 3 });
    expect(shop.charged.size).toBe(3);
  });

  test("gets so many calls at once, and so many wait; the next is not sent", async () => {
    const shop = await aShopWith();
    shop.state.mood = "late";
    const calls = ["a", "b", "c", "d"].map((key) => shop.guarded.authorize(aRequest(key)));
    expect((await calls[3])?.outcome).toBe("unknown");
    expect(shop.asked).toEqual(["a", "b"]);
    expect(await shop.counted("full")).toBe(1);
    await vi.advanceTimersByTimeAsync(2 * limits.timeoutMs);
    await Promise.all(calls);
    expect(shop.asked).toEqual(["a", "b", "c"]);
  });
});

const aRequest = (key: string): ProviderRequest => ({
  key,
  tenantId: staff.tenantId,
  orderId: OrderId(freshId()),
  paymentId: PaymentId(freshId()),
  amount: 100,
  currency: currency("EUR"),
  reference: null,
});
