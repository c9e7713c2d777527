import type { Order, OrderId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../../testing/an-application.ts";
import { accepted, aShop, on, refusal } from "../../testing/a-shop.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("fulfillments", () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await aShop();
  });
  const lineOf = (order: Order) => order.lines.at(0)?.id ?? expect.fail();
  const current = async (id: OrderId) => (await shop.useCases.getOrder(id, staff))._unsafeUnwrap();
  const created = async () => {
    const order = await shop.confirmed();
    const lines = [{ lineId: lineOf(order), quantity: 1 }];
    const outcome = await shop.useCases.createFulfillment(
      { ...on(order.id), lines, carrier: "Post", trackingNumbers: ["1"] },
      staff,
    );
    const [fulfillment] = accepted(outcome).fulfillments;
    expect(outcome.subject).toBe(fulfillment?.id);
    return { ...on(order.id), fulfillmentId: fulfillment?.id ?? expect.fail() };
  };

  test("are tracked: absent stays, null clears, and the same is no change", async () => {
    const target = await created();
    const track = (changes: { carrier?: string | null; trackingNumbers?: readonly string[] }) =>
      shop.useCases.trackFulfillment({ ...target, changes }, staff);
    const before = await current(target.orderId);
    expect(accepted(await track({ carrier: "Post" }))).toEqual(before);
    expect(accepted(await track({ carrier: null })).fulfillments).toMatchObject([
      { carrier: null, trackingNumbers: ["1"] },
    ]);
    expect(accepted(await track({ trackingNumbers: ["2"] })).fulfillments).toMatchObject([
      { carrier: null, trackingNumbers: ["2"] },
    ]);
  });

  test("can be canceled until they ship", async () => {
    const target = await created();
    accepted(await shop.useCases.cancelFulfillment(target, staff));
    const shipped = await shop.useCases.shipFulfillment(target, staff);
    expect(refusal(shipped)?.type).toBe("FulfillmentStatusForbids");
  });

  test("one that is not there is not found", async () => {
    const target = await created();
    const other = (await shop.confirmed()).id;
    const refused = await shop.useCases.packFulfillment({ ...target, ...on(other) }, staff);
    expect(refusal(refused)).toEqual({
      type: "OrderItemNotFound",
      item: "fulfillment",
      id: target.fulfillmentId,
    });
    const { orderId, fulfillmentId } = target;
    const found = await shop.useCases.getFulfillment({ orderId, fulfillmentId }, staff);
    expect(found._unsafeUnwrap().fulfillment.id).toBe(fulfillmentId);
    const absent = { orderId: other, fulfillmentId };
    expect((await shop.useCases.getFulfillment(absent, staff)).isErr()).toBe(true);
  });
});
