import { CustomerId, ProductId } from "@ordo/domain";
import { expect, test } from "vitest";
import { anApplication, staff } from "../testing/an-application.ts";
import { currency } from "../testing/fixtures.ts";

const tea = {
  sku: "TEA",
  title: "Tea",
  price: 1999,
  currency: currency("EUR"),
  taxRate: 1900,
  inventory: { tracked: true, onHand: 5 },
  metadata: {},
};

test("a product starts at version 1 with nothing reserved, and can be read", async () => {
  const { useCases } = anApplication();
  const product = (await useCases.createProduct(tea, staff)).result._unsafeUnwrap();
  expect(product).toMatchObject({
    version: 1,
    inventory: { tracked: true, onHand: 5, reserved: 0 },
  });
  expect((await useCases.getProduct(product.id, staff))._unsafeUnwrap()).toEqual(product);
});

test("a SKU is taken once", async () => {
  const { useCases } = anApplication();
  await useCases.createProduct(tea, staff);
  const { result } = await useCases.createProduct(tea, staff);
  expect(result._unsafeUnwrapErr()).toEqual({ type: "SkuTaken", sku: "TEA" });
});

test("a missing product is not found", async () => {
  const productId = ProductId("01990000-0000-7000-8000-0000000000ff");
  const found = await anApplication().useCases.getProduct(productId, staff);
  expect(found._unsafeUnwrapErr()).toEqual({ type: "ProductNotFound", productId });
});

test("who acts as a customer manages no product", async () => {
  const actingCustomerId = CustomerId("01990000-0000-7000-8000-00000000eeee");
  const { result } = await anApplication().useCases.createProduct(tea, {
    ...staff,
    actingCustomerId,
  });
  expect(result._unsafeUnwrapErr().type).toBe("CustomersMayNot");
});
