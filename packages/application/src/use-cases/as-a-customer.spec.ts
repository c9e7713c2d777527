import { CustomerId, type Order } from "@ordo/domain";
import type { OrderOutcome } from "../outcome.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../testing/an-application.ts";
import { accepted, aShop, on, refusal } from "../testing/a-shop.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("who acts as a customer", () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await aShop();
  });
  const lineOf = (order: Order) => order.lines.at(0)?.id ?? expect.fail();
  const ada = CustomerId("01990000-0000-7000-8000-00000000ada0");
  const asAda = { ...staff, actingCustomerId: ada };
  let own: () => Promise<Order>;
  beforeEach(() => {
    own = async () => {
      const customer = {
        id: ada,
        version: 1,
        email: "ada@example.com",
        name: null,
        phone: null,
        metadata: {},
        createdAt: shop.clock.now(),
        updatedAt: shop.clock.now(),
        erasedAt: null,
      };
      await shop.storage.customers.add({ tenantId: staff.tenantId, claim: null, customer });
      return shop.delivered({ buyer: { customerId: ada, email: null } });
    };
  });

  test("moves no money, fulfills nothing, decides on nothing and sets no price", async () => {
    const { id, ...order } = await own();
    const [fulfillment] = order.fulfillments;
    const fulfillmentId = fulfillment?.id ?? expect.fail();
    const { useCases } = shop;
    const payment = { amount: 1, provider: "manual", reference: null, capture: true };
    const attempts: [OrderOutcome, string][] = [
      [await useCases.addPayment({ ...on(id), ...payment }, asAda), "move money"],
      [await useCases.deliverFulfillment({ ...on(id), fulfillmentId }, asAda), "fulfill orders"],
      [await useCases.addCreditLine({ ...on(id), amount: 1, reason: "" }, asAda), "set prices"],
      [await useCases.completeOrder(on(id), asAda), "manage orders"],
      [await useCases.changeOrder({ ...on(id), changes: { tags: [] } }, asAda), "manage orders"],
    ];
    for (const [outcome, what] of attempts)
      expect(refusal(outcome)).toEqual({ type: "CustomersMayNot", what, path: [] });
  });

  test("asks for a return, and calls it off until somebody decides", async () => {
    const order = await own();
    const lines = [{ lineId: lineOf(order), quantity: 1, reason: null }];
    const ask = async () => {
      const outcome = await shop.useCases.requestReturn({ ...on(order.id), lines }, asAda);
      return { ...on(order.id), returnId: accepted(outcome).returns.at(-1)?.id ?? expect.fail() };
    };
    accepted(await shop.useCases.cancelReturn(await ask(), asAda));
    const approved = await ask();
    accepted(await shop.useCases.approveReturn(approved, staff));
    const late = await shop.useCases.cancelReturn(approved, asAda);
    expect(refusal(late)).toMatchObject({ type: "ReturnStatusForbids", status: "approved" });
  });

  test("cancels no order that the seller has accepted", async () => {
    const { id } = await own();
    const cancel = { ...on(id), reason: "changed", note: null };
    expect(refusal(await shop.useCases.cancelOrder(cancel, asAda))).toEqual({
      type: "StatusForbidsCommand",
      command: "cancel",
      status: "confirmed",
      allowedIn: ["pending"],
    });
  });

  test("another's order is not there, whatever is asked of it", async () => {
    const { id } = await shop.place();
    for (const outcome of [
      await shop.useCases.confirmOrder(on(id), asAda),
      await shop.useCases.confirmOrder({ ...on(id), dryRun: true }, asAda),
    ])
      expect(refusal(outcome)).toEqual({ type: "OrderNotFound", orderId: id });
  });
});
