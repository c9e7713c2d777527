import { CustomerId, type OrderId } from "@ordo/domain";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftOrderInput, OrderChanges } from "../../ports/input/drafts.ts";
import { staff } from "../../testing/an-application.ts";
import { accepted, aShop, guestOrder, on, pot, refusal } from "../../testing/a-shop.ts";
import { aClaim, aProduct } from "../../testing/fixtures.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("drafts", () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await aShop();
  });
  const draft = async (change: Partial<DraftOrderInput> = {}) =>
    accepted(await shop.useCases.draftOrder({ ...guestOrder, ...change }, staff));
  const change = (orderId: OrderId, changes: OrderChanges) =>
    shop.useCases.changeOrder({ ...on(orderId), changes }, staff);
  const place = (orderId: OrderId, expectedTotal: number | null = null) =>
    shop.useCases.placeDraft({ ...on(orderId), expectedTotal }, staff);
  const reprice = (price: number) =>
    shop.useCases.updateProduct(
      { productId: pot.id, expectedVersion: null, changes: { price } },
      staff,
    );
  const wrap = { title: "Wrap", sku: null, unitPrice: 350, taxRate: 0, quantity: 1 };

  test("a draft shows prices, reserves nothing, and may have no line", async () => {
    const order = await draft();
    expect(order).toMatchObject({ status: "draft", number: "1001", totals: { total: 4758 } });
    expect(await shop.stock()).toEqual([10, 0]);
    expect((await draft({ lines: [] })).lines).toEqual([]);
  });

  test("a dry run drafts nothing", async () => {
    const { id } = await draft({ dryRun: true });
    expect((await shop.useCases.getOrder(id, staff)).isErr()).toBe(true);
  });

  test("placing prices anew from the products as they are now, and reserves", async () => {
    const { id } = await draft();
    await reprice(1000);
    expect(refusal(await place(id, 4758))?.type).toBe("TotalDiffersFromExpected");
    expect(accepted(await place(id, 2380))).toMatchObject({ status: "pending", version: 2 });
    expect(await shop.stock()).toEqual([10, 2]);
  });

  test("a product that is no longer sold is not placed", async () => {
    const { id } = await draft();
    const target = { productId: pot.id, expectedVersion: null };
    await shop.useCases.archiveProduct(target, staff);
    expect(refusal(await place(id))).toEqual({
      type: "ProductArchived",
      path: ["lines", 0, "productId"],
      productId: pot.id,
    });
  });

  test("the contents change: what is absent stays, and is priced anew", async () => {
    const { id, lines } = await draft({ lines: [...guestOrder.lines, wrap] });
    await reprice(1000);
    const discount = { type: "fixed", value: 100, line: null, code: null, reason: null } as const;
    const order = accepted(await change(id, { discounts: [discount], note: "hi" }));
    expect(order).toMatchObject({ note: "hi", totals: { subtotal: 2350, discount: 100 } });
    expect(order.lines.map((line) => line.id)).toEqual(lines.map((line) => line.id));
  });

  test("new lines keep the ids of those whose place they take", async () => {
    const { id, lines } = await draft();
    const order = accepted(
      await change(id, { lines: [{ productId: pot.id, quantity: 5 }, wrap], internalNote: "vip" }),
    );
    expect(order.lines.map(({ quantity }) => quantity)).toEqual([5, 1]);
    expect(order.lines.at(0)?.id).toBe(lines.at(0)?.id);
    expect(order.internalNote).toBe("vip");
  });

  test("what changes nothing leaves the version as it is", async () => {
    const order = await draft({ tags: ["vip"] });
    for (const changes of [{}, { tags: ["vip"] }, { lines: guestOrder.lines }, { discounts: [] }])
      expect(accepted(await change(order.id, changes))).toEqual(order);
  });

  test("faults of the changes are refused, and nothing of them is kept", async () => {
    const { id } = await draft();
    const tags = Array.from({ length: 51 }, (_, n) => `tag ${n}`);
    expect(refusal(await change(id, { tags, discounts: [] }))?.type).toBe("TooManyItems");
    const stranger = guestOrder.lines.map((line) => ({ ...line, productId: pot.id }));
    const archived = { productId: pot.id, expectedVersion: null };
    await shop.useCases.archiveProduct(archived, staff);
    expect(refusal(await change(id, { lines: stranger }))?.type).toBe("ProductArchived");
  });

  test("once placed the contents stay, and the details can change", async () => {
    const { id } = await shop.place();
    expect(refusal(await change(id, { lines: [] }))).toEqual({
      type: "OrderIsNotEditable",
      status: "pending",
      currentVersion: 1,
    });
    const address = { ...anAddress, city: "Paris" };
    const order = accepted(await change(id, { shippingAddress: address, metadata: { a: "1" } }));
    expect(order).toMatchObject({ shippingAddress: address, metadata: { a: "1" }, version: 2 });
    expect(accepted(await change(id, { shippingAddress: null })).shippingAddress).toBeNull();
  });

  test("lines that change while their products are looked up are looked up again", async () => {
    const { id } = await draft();
    const tea = aProduct("01990000-0000-7000-8000-00000000000c", { price: 100, taxRate: 0 });
    await shop.storage.products.add({ tenantId: staff.tenantId, claim: null, product: tea });
    const findMany = shop.storage.products.findMany.bind(shop.storage.products);
    let raced = false;
    vi.spyOn(shop.storage.products, "findMany").mockImplementation(async (...wanted) => {
      const found = await findMany(...wanted);
      if (!raced) {
        raced = true;
        await change(id, { lines: [{ productId: tea.id, quantity: 1 }] });
      }
      return found;
    });
    const context = { ...staff, claim: aClaim("k1") };
    const placed = await shop.useCases.placeDraft({ ...on(id), expectedTotal: 100 }, context);
    expect(accepted(placed).status).toBe("pending");
    expect(placed.replayed).toBe(false);
  });

  test("a draft can be discarded, and nothing but a draft", async () => {
    const { id } = await draft();
    const discarded = accepted(await shop.useCases.discardDraft(on(id), staff));
    expect(discarded).toMatchObject({ status: "canceled", placedAt: null });
    const placed = await shop.place();
    expect(refusal(await shop.useCases.discardDraft(on(placed.id), staff))).toEqual({
      type: "OrderIsNotADraft",
      status: "pending",
      currentVersion: 1,
    });
  });

  test("who acts as a customer drafts nothing", async () => {
    const actingCustomerId = CustomerId("01990000-0000-7000-8000-00000000eeee");
    const context = { ...staff, actingCustomerId };
    const refused = await shop.useCases.draftOrder(guestOrder, context);
    expect(refusal(refused)).toMatchObject({ type: "CustomersMayNot", what: "manage orders" });
  });
});

const anAddress = {
  name: "Ada Lovelace",
  line1: "1 Byron St",
  line2: "",
  city: "London",
  region: "",
  postalCode: "N1 9GU",
  country: "GB",
  phone: "",
};
