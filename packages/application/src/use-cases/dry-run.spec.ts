import type { OrderId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../testing/an-application.ts";
import { accepted, aShop, on, pot, refusal } from "../testing/a-shop.ts";
import { aClaim } from "../testing/fixtures.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("dry runs", () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await aShop();
  });
  const current = async (id: OrderId) => (await shop.useCases.getOrder(id, staff))._unsafeUnwrap();
  test("show the order as it would become and the events, and change nothing", async () => {
    const { id } = await shop.place();
    const before = await current(id);
    const context = { ...staff, claim: aClaim("k1") };
    const outcome = await shop.useCases.confirmOrder({ ...on(id), dryRun: true }, context);
    expect(outcome).toMatchObject({ replayed: false, preview: [{ type: "order.confirmed" }] });
    expect(accepted(outcome)).toMatchObject({ status: "confirmed", version: 2 });
    expect(await current(id)).toEqual(before);
    // The key is still free for the real thing.
    const real = await shop.useCases.confirmOrder(on(id), context);
    expect(real).toMatchObject({ replayed: false });
    expect(real.preview).toBeUndefined();
  });

  test("ask no provider", async () => {
    const { id } = await shop.place();
    const payment = { amount: null, provider: "scripted", reference: null, capture: true };
    const outcome = await shop.useCases.addPayment({ ...on(id), ...payment, dryRun: true }, staff);
    expect(accepted(outcome).payments).toHaveLength(1);
    expect(shop.payments.asked).toEqual([]);
    expect((await current(id)).payments).toEqual([]);
  });

  test("tell a refusal as the real thing would", async () => {
    const { id } = await shop.place();
    const outcome = await shop.useCases.completeOrder({ ...on(id), dryRun: true }, staff);
    expect(refusal(outcome)?.type).toBe("StatusForbidsCommand");
    expect(outcome.preview).toBeUndefined();
  });

  test("of a placement reserve nothing, take no number, and see a shortage", async () => {
    const { id } = await shop.place({ dryRun: true });
    expect((await shop.useCases.getOrder(id, staff)).isErr()).toBe(true);
    expect(await shop.stock()).toEqual([10, 0]);
    expect((await shop.place()).number).toBe("1001");
    const lines = [{ productId: pot.id, quantity: 11 }];
    await expect(shop.place({ lines, dryRun: true })).rejects.toThrow("InsufficientStock");
  });
});
