import { CustomerId, ProductId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { PlaceOrderInput } from "../ports/input/place-order.ts";
import { type Application, anApplication, staff } from "../testing/an-application.ts";
import { aClaim, aProduct, aStockedProduct } from "../testing/fixtures.ts";

const tea = aProduct("01990000-0000-7000-8000-00000000000a");

const guestOrder: PlaceOrderInput = {
  buyer: { customerId: null, email: "guest@example.com" },
  currency: "EUR",
  taxMode: "exclusive",
  paymentTerms: "prepaid",
  channel: "default",
  number: null,
  lines: [{ productId: tea.id, quantity: 2 }],
  discounts: [],
  shippingLines: [],
  shippingAddress: null,
  billingAddress: null,
  expectedTotal: null,
  tags: [],
  note: null,
  metadata: {},
};

describe("placing an order", () => {
  let app: Application;
  beforeEach(async () => {
    app = anApplication();
    await app.storage.products.add({ tenantId: staff.tenantId, claim: null, product: tea });
  });
  const place = (change: Partial<PlaceOrderInput> = {}, context = staff) =>
    app.useCases.placeOrder({ ...guestOrder, ...change }, context);
  const rejectionOf = async (change: Partial<PlaceOrderInput>, context = staff) => {
    const { result } = await place(change, context);
    return result.isErr() ? result.error : undefined;
  };
  const aRegisteredCustomer = async () => {
    const { result } = await app.useCases.createCustomer(
      { email: "ada@example.com", name: null, phone: null, metadata: {} },
      staff,
    );
    return result._unsafeUnwrap().id;
  };

  test("prices the contract's order from the catalog: 4645", async () => {
    const { result } = await place({
      lines: [
        { productId: tea.id, quantity: 2 },
        { title: "Gift wrap", sku: "WRAP", unitPrice: 350, taxRate: 1900, quantity: 1 },
      ],
      discounts: [
        { type: "percentage", value: 1000, line: null, code: "WELCOME10", reason: null },
        { type: "fixed", value: 500, line: 0, code: null, reason: "scratched" },
      ],
      shippingLines: [{ title: "Standard", amount: 490, taxRate: 1900 }],
      expectedTotal: 4645,
    });
    expect(result._unsafeUnwrap()).toMatchObject({
      status: "pending",
      version: 1,
      number: "1001",
      email: "guest@example.com",
      totals: { subtotal: 4348, discount: 935, shipping: 490, tax: 742, total: 4645 },
    });
  });

  test("gives ids to lines and the order, all different", async () => {
    const order = (await place({ lines: [...guestOrder.lines, ...guestOrder.lines] })).result;
    const { id, lines } = order._unsafeUnwrap();
    expect(new Set([id, ...lines.map((line) => line.id)]).size).toBe(3);
  });

  test("refuses a product that this tenant does not have, and says which line names it", async () => {
    const productId = ProductId("01990000-0000-7000-8000-0000000000bb");
    const lines = [...guestOrder.lines, { productId, quantity: 1 }];
    expect(await rejectionOf({ lines })).toEqual({
      type: "UnknownProduct",
      path: ["lines", 1, "productId"],
      productId,
    });
  });

  test("refuses an unknown customer", async () => {
    const customerId = CustomerId("01990000-0000-7000-8000-0000000000cc");
    expect(await rejectionOf({ buyer: { customerId, email: null } })).toEqual({
      type: "UnknownCustomer",
      path: ["customerId"],
      customerId,
    });
  });

  test("takes the customer's email unless the order brings its own", async () => {
    const customerId = await aRegisteredCustomer();
    const plain = await place({ buyer: { customerId, email: null } });
    const own = await place({ buyer: { customerId, email: "work@example.com" } });
    expect(plain.result._unsafeUnwrap()).toMatchObject({ customerId, email: "ada@example.com" });
    expect(own.result._unsafeUnwrap()).toMatchObject({ customerId, email: "work@example.com" });
  });

  test("passes on what the domain and the stock refuse", async () => {
    const scarce = aStockedProduct("01990000-0000-7000-8000-0000000000dd", 1);
    await app.storage.products.add({ tenantId: staff.tenantId, claim: null, product: scarce });
    const scarceLines = [{ productId: scarce.id, quantity: 2 }];
    expect((await rejectionOf({ expectedTotal: 1 }))?.type).toBe("TotalDiffersFromExpected");
    expect((await rejectionOf({ currency: "USD" }))?.type).toBe("ProductCurrencyDiffers");
    expect((await rejectionOf({ lines: scarceLines }))?.type).toBe("InsufficientStock");
  });

  test("a retry with the same key gets the first answer and no second order", async () => {
    const context = { ...staff, claim: aClaim("k1") };
    const first = await place({}, context);
    const again = await place({}, context);
    expect(again).toEqual({ result: first.result, replayed: true });
    const { items } = await app.useCases.listOrders(
      { filter: {}, page: { limit: 10, from: null } },
      staff,
    );
    expect(items).toHaveLength(1);
  });

  test("a retry of a refused request gets the same refusal", async () => {
    const context = { ...staff, claim: aClaim("k1") };
    const productId = ProductId("01990000-0000-7000-8000-0000000000bb");
    const lines = [{ productId, quantity: 1 }];
    const first = await place({ lines }, context);
    const product = aProduct(productId);
    await app.storage.products.add({ tenantId: staff.tenantId, claim: null, product });
    expect(await place({ lines }, context)).toEqual({ result: first.result, replayed: true });
  });

  test("steps over numbers that callers brought along, also under a key", async () => {
    await place({ number: "1001" });
    await place({ number: "1002" });
    const { result } = await place({}, { ...staff, claim: aClaim("k1") });
    expect(result._unsafeUnwrap().number).toBe("1003");
  });

  test("a long run of numbers that callers took stops nobody", async () => {
    for (let n = 1001; n <= 1030; n += 1) await place({ number: String(n) });
    const { result } = await place({}, { ...staff, claim: aClaim("k1") });
    const { number, id } = result._unsafeUnwrap();
    expect(number).toBe(`1006-${id.slice(-12)}`);
  });

  test("a caller's own number is taken once", async () => {
    await place({ number: "A-1" });
    expect(await rejectionOf({ number: "A-1" })).toEqual({
      type: "OrderNumberTaken",
      number: "A-1",
    });
  });

  describe("as a customer", () => {
    test("orders for itself, whether it says so or not, and for nobody else", async () => {
      const customerId = await aRegisteredCustomer();
      const context = { ...staff, actingCustomerId: customerId };
      const unnamed = await place({ buyer: { customerId: null, email: "a@b.example" } }, context);
      const stranger = CustomerId("01990000-0000-7000-8000-0000000000cc");
      expect(unnamed.result._unsafeUnwrap().customerId).toBe(customerId);
      const foreign = await rejectionOf({ buyer: { customerId: stranger, email: null } }, context);
      expect(foreign?.type).toBe("UnknownCustomer");
    });

    test("sets no price by any way, and takes no number", async () => {
      const customerId = await aRegisteredCustomer();
      const context = { ...staff, actingCustomerId: customerId };
      const wrap = { title: "Wrap", sku: null, unitPrice: 1, taxRate: 0, quantity: 1 };
      const free = {
        type: "percentage",
        value: 10_000,
        line: null,
        code: null,
        reason: null,
      } as const;
      const attempts: [Partial<PlaceOrderInput>, readonly (string | number)[]][] = [
        [{ lines: [...guestOrder.lines, wrap] }, ["lines", 1, "unitPrice"]],
        [{ discounts: [free] }, ["discounts"]],
        [{ shippingLines: [{ title: "Free", amount: 0, taxRate: 0 }] }, ["shippingLines"]],
        [{ paymentTerms: "onAccount" }, ["paymentTerms"]],
        [{ number: "1002" }, ["number"]],
      ];
      for (const [change, path] of attempts)
        expect(await rejectionOf(change, context)).toMatchObject({ type: "CustomersMayNot", path });
    });
  });
});
