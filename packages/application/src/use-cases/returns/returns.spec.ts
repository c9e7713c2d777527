import type { Order, OrderId } from "@ordo/domain";
import type { OrderOutcome } from "../../outcome.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../../testing/an-application.ts";
import { accepted, aShop, on, pot, refusal } from "../../testing/a-shop.ts";
import { aProduct } from "../../testing/fixtures.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("returns", () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await aShop();
  });
  const lineOf = (order: Order) => order.lines.at(0)?.id ?? expect.fail();
  const current = async (id: OrderId) => (await shop.useCases.getOrder(id, staff))._unsafeUnwrap();
  const requested = async () => {
    const order = await shop.delivered();
    const lines = [{ lineId: lineOf(order), quantity: 2, reason: "too small" }];
    const outcome = await shop.useCases.requestReturn({ ...on(order.id), lines }, staff);
    const [first] = accepted(outcome).returns;
    expect(outcome.subject).toBe(first?.id);
    return { ...on(order.id), returnId: first?.id ?? expect.fail() };
  };
  const statusAfter = (outcome: OrderOutcome) => accepted(outcome).returns.at(0)?.status;

  test("come back into stock when they are received", async () => {
    const target = await requested();
    expect(statusAfter(await shop.useCases.approveReturn(target, staff))).toBe("approved");
    const lineId = lineOf(await current(target.orderId));
    const receipt = [{ lineId, quantity: 1, disposition: "restock" as const }];
    const received = await shop.useCases.receiveReturn({ ...target, lines: receipt }, staff);
    expect(statusAfter(received)).toBe("partially_received");
    expect(await shop.stock()).toEqual([9, 0]);
    expect(statusAfter(await shop.useCases.closeReturn(target, staff))).toBe("closed");
    const { orderId, returnId } = target;
    const found = await shop.useCases.getReturn({ orderId, returnId }, staff);
    expect(found._unsafeUnwrap().return.status).toBe("closed");
  });

  test("can be rejected, or called off", async () => {
    const one = await requested();
    const rejected = await shop.useCases.rejectReturn({ ...one, reason: "worn" }, staff);
    expect(statusAfter(rejected)).toBe("rejected");
    const two = await requested();
    expect(statusAfter(await shop.useCases.cancelReturn(two, staff))).toBe("canceled");
  });

  test("an exchange adds its replacements and names the one that is not sold", async () => {
    const order = await shop.delivered();
    const lines = [{ lineId: lineOf(order), quantity: 1, reason: null }];
    const exchange = (productId: typeof pot.id) =>
      shop.useCases.createExchange(
        { ...on(order.id), lines, replacements: [{ productId, quantity: 1 }] },
        staff,
      );
    const unknown = aProduct("01990000-0000-7000-8000-0000000000bb").id;
    expect(refusal(await exchange(unknown))).toMatchObject({
      path: ["replacements", 0, "productId"],
    });
    const outcome = await exchange(pot.id);
    expect(accepted(outcome).exchanges.at(0)?.id).toBe(outcome.subject);
    expect(await shop.stock()).toEqual([8, 1]);
  });
});
