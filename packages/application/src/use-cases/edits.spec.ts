import type { Order } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../testing/an-application.ts";
import { accepted, aShop, on, refusal } from "../testing/a-shop.ts";
import { aStockedProduct } from "../testing/fixtures.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;

describe("edits", () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await aShop();
  });
  const lineOf = (order: Order) => order.lines.at(0)?.id ?? expect.fail();
  const sugar = aStockedProduct("01990000-0000-7000-8000-00000000000b", 1);
  const propose = (order: Order, quantity: number) =>
    shop.useCases.proposeEdit(
      {
        ...on(order.id),
        operations: [
          { type: "remove_line", lineId: lineOf(order) },
          { type: "add_line", line: { productId: sugar.id, quantity } },
          {
            type: "add_shipping_line",
            shippingLine: { title: "Express", amount: 500, taxRate: 0 },
          },
        ],
        reason: "wrong one",
      },
      staff,
    );
  const proposed = async (quantity: number) => {
    await shop.storage.products.add({ tenantId: staff.tenantId, claim: null, product: sugar });
    const outcome = await propose(await shop.place(), quantity);
    const edit = accepted(outcome).edits.at(0) ?? expect.fail();
    expect(outcome.subject).toBe(edit.id);
    return { orderId: accepted(outcome).id, expectedVersion: null, editId: edit.id };
  };

  test("a confirmed edit moves the stock", async () => {
    const target = await proposed(1);
    const order = accepted(await shop.useCases.confirmEdit(target, staff));
    expect(order.edits.at(0)?.status).toBe("confirmed");
    expect(await shop.stock()).toEqual([10, 0]);
    expect(refusal(await shop.useCases.declineEdit(target, staff))?.type).toBe("EditIsDecided");
  });

  test("an edit needs the stock when it is confirmed", async () => {
    const target = await proposed(2);
    const refused = await shop.useCases.confirmEdit(target, staff);
    expect(refusal(refused)?.type).toBe("InsufficientStock");
    expect(accepted(await shop.useCases.declineEdit(target, staff)).edits).toMatchObject([
      { status: "declined" },
    ]);
  });

  test("more units of a line are a line of the same terms", async () => {
    const order = await shop.place();
    const operations = [{ type: "set_quantity", lineId: lineOf(order), quantity: 3 }] as const;
    const outcome = await shop.useCases.proposeEdit(
      { ...on(order.id), operations, reason: null },
      staff,
    );
    expect(accepted(outcome).edits.at(0)?.addedLines).toMatchObject([{ quantity: 1 }]);
  });

  test("names the operation whose product is not sold, or not any more", async () => {
    const order = await shop.place();
    expect(refusal(await propose(order, 1))).toEqual({
      type: "UnknownProduct",
      path: ["operations", 1, "line", "productId"],
      productId: sugar.id,
    });
    const archived = { ...sugar, archivedAt: sugar.createdAt };
    await shop.storage.products.add({ tenantId: staff.tenantId, claim: null, product: archived });
    expect(refusal(await propose(order, 1))?.type).toBe("ProductArchived");
  });
});
