import type { ProviderRequest } from "@ordo/application";
import { OrderId, PaymentId } from "@ordo/domain";
import { TenantId } from "@ordo/application";
import { currency } from "@ordo/application/testing";
import { expect, test } from "vitest";
import { makeSimulatedProvider } from "./simulated-provider.ts";

const request = (reference: string | null, key = "p/1"): ProviderRequest => ({
  key,
  tenantId: TenantId("01990000-0000-7000-8000-00000000aaaa"),
  orderId: OrderId("01990000-0000-7000-8000-000000000001"),
  paymentId: PaymentId("01990000-0000-7000-8000-000000000002"),
  amount: 100,
  currency: currency("EUR"),
  reference,
});
const provider = () => makeSimulatedProvider({ wait: () => Promise.resolve() });
const succeeded = { outcome: "succeeded", reference: null };

test("succeeds unless it is told otherwise", async () => {
  for (const reference of [null, "tok_123"]) {
    const { authorize, capture, void: give, refund } = provider();
    for (const ask of [authorize, capture, give, refund])
      expect(await ask(request(reference, `${ask === capture}`))).toEqual(succeeded);
  }
});

test("declines what it is told to, and nothing else", async () => {
  const { authorize, capture, refund } = provider();
  expect((await authorize(request("decline"))).outcome).toBe("failed");
  expect((await authorize(request("decline-capture", "p/2"))).outcome).toBe("succeeded");
  expect(await capture(request("decline-capture", "p/3"))).toEqual({
    outcome: "failed",
    reason: "capture declined",
  });
  expect((await refund(request("decline-capture", "p/4"))).outcome).toBe("succeeded");
});

test("times out once: asked again under its key, it tells that it was done", async () => {
  const { authorize } = provider();
  expect((await authorize(request("timeout"))).outcome).toBe("unknown");
  expect(await authorize(request("timeout"))).toEqual(succeeded);
  expect((await authorize(request("timeout", "p/2"))).outcome).toBe("unknown");
});

test("never answers in an outage", async () => {
  const { authorize } = provider();
  for (let n = 0; n < 3; n += 1)
    expect((await authorize(request("outage"))).outcome).toBe("unknown");
});

test("answers late when told to, and two at once as one", async () => {
  let waits = 0;
  let release: () => void = () => undefined;
  const { authorize } = makeSimulatedProvider({
    wait: () => {
      waits += 1;
      return new Promise((resolve) => {
        release = resolve;
      });
    },
  });
  const answers = [authorize(request("late")), authorize(request("late"))];
  release();
  expect(await Promise.all(answers)).toEqual([succeeded, succeeded]);
  expect(waits).toBe(1);
});

test("honors a key: the first call's answer stands, whatever is asked later", async () => {
  const { authorize } = provider();
  await authorize(request("decline"));
  expect((await authorize(request(null))).outcome).toBe("failed");
});
