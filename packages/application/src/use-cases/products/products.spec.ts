import { CustomerId, ProductId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { ProductChanges } from "../../ports/input/products.ts";
import { staff } from "../../testing/an-application.ts";
import { aShop, pot } from "../../testing/a-shop.ts";
import { aClaim, aProduct } from "../../testing/fixtures.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("products", () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await aShop();
  });
  const target = { productId: pot.id, expectedVersion: null };
  const update = async (changes: ProductChanges, expectedVersion: number | null = null) =>
    (await shop.useCases.updateProduct({ ...target, expectedVersion, changes }, staff)).result;
  const adjust = (delta: number, productId = pot.id, context = staff) =>
    shop.useCases.adjustInventory({ productId, delta, reason: "counted" }, context);

  test("an update changes what is given, counts, and leaves orders and stock alone", async () => {
    const order = await shop.place();
    const updated = (await update({ price: 5, title: "Pot" }, 1))._unsafeUnwrap();
    expect(updated).toMatchObject({ price: 5, title: "Pot", taxRate: 1900, version: 2 });
    expect((await update({ price: 5 }))._unsafeUnwrap().version).toBe(2);
    expect(await shop.stock()).toEqual([10, 2]);
    expect((await shop.useCases.getOrder(order.id, staff))._unsafeUnwrap()).toEqual(order);
    expect((await update({ price: 6 }, 1))._unsafeUnwrapErr().type).toBe("StaleVersion");
  });

  test("an archived product can be read and listed, and no longer ordered", async () => {
    const archive = (expectedVersion: number | null) =>
      shop.useCases.archiveProduct({ ...target, expectedVersion }, staff);
    expect((await archive(9)).result._unsafeUnwrapErr().type).toBe("StaleVersion");
    const archived = (await archive(1)).result._unsafeUnwrap();
    expect(archived).toMatchObject({ version: 2, archivedAt: shop.clock.now() });
    expect((await archive(null)).result._unsafeUnwrap()).toEqual(archived);
    expect((await shop.useCases.getProduct(pot.id, staff))._unsafeUnwrap()).toEqual(archived);
    const page = { limit: 10, from: null };
    const listed = (filter: { archived?: boolean }) =>
      shop.useCases.listProducts({ filter, page }, staff);
    expect((await listed({})).items).toEqual([archived]);
    expect((await listed({ archived: false })).items).toEqual([]);
    await expect(shop.place()).rejects.toThrow("ProductArchived");
  });

  test("stock is told with what is available", async () => {
    await shop.place();
    expect((await shop.useCases.getInventory(pot.id, staff))._unsafeUnwrap()).toEqual({
      productId: pot.id,
      tracked: true,
      onHand: 10,
      reserved: 2,
      available: 8,
    });
    const productId = ProductId("01990000-0000-7000-8000-0000000000ff");
    expect((await shop.useCases.getInventory(productId, staff)).isErr()).toBe(true);
  });

  test("stock is adjusted once per key, down to what is reserved", async () => {
    await shop.place();
    const context = { ...staff, claim: aClaim("k1") };
    const first = await adjust(-8, pot.id, context);
    expect(first.result._unsafeUnwrap()).toMatchObject({ delta: -8, inventory: { onHand: 2 } });
    expect(await adjust(-8, pot.id, context)).toEqual({ ...first, replayed: true });
    expect((await adjust(-1)).result._unsafeUnwrapErr()).toEqual({
      type: "InsufficientStock",
      shortages: [{ productId: pot.id, requested: 1, available: 0 }],
    });
    expect(await shop.stock()).toEqual([2, 2]);
  });

  test("an adjustment must be a number of units that can be counted, of a product that is", async () => {
    const untracked = aProduct("01990000-0000-7000-8000-0000000000ee");
    const tenantId = staff.tenantId;
    await shop.storage.products.add({ tenantId, claim: null, product: untracked });
    const refusal = async (delta: number, productId = pot.id) =>
      (await adjust(delta, productId)).result._unsafeUnwrapErr().type;
    expect(await refusal(0)).toBe("AdjustmentMustBeANonZeroInteger");
    expect(await refusal(0.5)).toBe("AdjustmentMustBeANonZeroInteger");
    expect(await refusal(Number.MAX_SAFE_INTEGER)).toBe("AdjustmentLeavesSafeRange");
    expect(await refusal(1, untracked.id)).toBe("InventoryIsNotTracked");
    expect(await refusal(1, ProductId("missing"))).toBe("ProductNotFound");
  });

  test("who acts as a customer manages none", async () => {
    const context = { ...staff, actingCustomerId: CustomerId("eve") };
    const refused = [
      await shop.useCases.updateProduct({ ...target, changes: {} }, context),
      await shop.useCases.archiveProduct(target, context),
      await adjust(1, pot.id, context),
    ];
    for (const { result } of refused)
      expect(result._unsafeUnwrapErr()).toMatchObject({ what: "manage products" });
  });
});
