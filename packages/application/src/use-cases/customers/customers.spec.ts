import { CustomerId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { CustomerChanges } from "../../ports/input/customers.ts";
import { staff } from "../../testing/an-application.ts";
import { aShop, on } from "../../testing/a-shop.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("customers", () => {
  let shop: Shop;
  let ada: CustomerId;
  const create = async (email: string) => {
    const input = { email, name: "Ada", phone: "1", metadata: { crm: "7" } };
    return (await shop.useCases.createCustomer(input, staff)).result._unsafeUnwrap().id;
  };
  beforeEach(async () => {
    shop = await aShop();
    ada = await create("ada@example.com");
  });
  const update = async (changes: CustomerChanges, expectedVersion: number | null = null) =>
    (await shop.useCases.updateCustomer({ customerId: ada, expectedVersion, changes }, staff))
      .result;
  const erase = async (expectedVersion: number | null = null) =>
    (await shop.useCases.eraseCustomer({ customerId: ada, expectedVersion }, staff)).result;
  const list = async (filter: { email?: string } = {}, context = staff) => {
    const page = { limit: 10, from: null };
    return (await shop.useCases.listCustomers({ filter, page }, context)).items.map(({ id }) => id);
  };

  test("an update keeps what is absent, clears what is null, and counts", async () => {
    expect((await update({ name: null }))._unsafeUnwrap()).toMatchObject({
      name: null,
      phone: "1",
      version: 2,
    });
    expect((await update({ phone: "1" }))._unsafeUnwrap().version).toBe(2);
  });

  test("an update refuses a stale version and an email that is taken", async () => {
    await create("eve@example.com");
    expect((await update({ name: "x" }, 7))._unsafeUnwrapErr()).toEqual({
      type: "StaleVersion",
      expectedVersion: 7,
      currentVersion: 1,
      status: null,
    });
    const taken = await update({ email: "EVE@example.com" });
    expect(taken._unsafeUnwrapErr().type).toBe("EmailTaken");
  });

  test("erasing leaves nothing personal, and the orders", async () => {
    const order = await shop.place({ buyer: { customerId: ada, email: null } });
    expect((await erase())._unsafeUnwrapErr()).toEqual({
      type: "CustomerHasOpenOrders",
      customerId: ada,
      orderIds: [order.id],
    });
    await shop.useCases.cancelOrder({ ...on(order.id), reason: "changed", note: null }, staff);
    expect((await erase(7))._unsafeUnwrapErr().type).toBe("StaleVersion");
    const erased = (await erase(1))._unsafeUnwrap();
    expect(JSON.stringify(erased)).not.toMatch(/ada@|Ada|crm/);
    expect((await shop.useCases.getCustomer(ada, staff)).isErr()).toBe(true);
    expect(await list()).toEqual([]);
    expect((await shop.useCases.getOrder(order.id, staff)).isOk()).toBe(true);
    await create("ada@example.com");
  });

  test("are listed for staff; a customer sees itself, and manages nobody", async () => {
    const eve = await create("eve@example.com");
    expect(await list()).toEqual([eve, ada]);
    expect(await list({ email: "EVE@example.com" })).toEqual([eve]);
    const asEve = { ...staff, actingCustomerId: eve };
    expect(await list({}, asEve)).toEqual([eve]);
    expect(await list({ email: "ada@example.com" }, asEve)).toEqual([]);
    const target = { customerId: eve, expectedVersion: null };
    const refused = [
      await shop.useCases.updateCustomer({ ...target, changes: {} }, asEve),
      await shop.useCases.eraseCustomer(target, asEve),
    ];
    for (const { result } of refused)
      expect(result._unsafeUnwrapErr()).toMatchObject({ what: "manage customers" });
  });

  test("are shown beside their orders with the products, to whom they may be", async () => {
    const order = await shop.place({ buyer: { customerId: ada, email: null } });
    const expand = (context = staff) =>
      shop.useCases.expandOrders({ orders: [order], expand: ["customer", "products"] }, context);
    const { customers, products } = await expand();
    expect(customers.map(({ id }) => id)).toEqual([ada]);
    expect(products.map(({ sku }) => sku)).toEqual([`SKU-${order.lines.at(0)?.productId}`]);
    const asEve = { ...staff, actingCustomerId: CustomerId("eve") };
    expect((await expand(asEve)).customers).toEqual([]);
    const none = await shop.useCases.expandOrders({ orders: [order], expand: [] }, staff);
    expect(none).toEqual({ customers: [], products: [] });
  });
});
