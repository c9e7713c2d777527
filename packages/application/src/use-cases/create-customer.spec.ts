import { CustomerId } from "@ordo/domain";
import { expect, test } from "vitest";
import { anApplication, staff } from "../testing/an-application.ts";

const ada = { email: "ada@example.com", name: "Ada", phone: null, metadata: { crm: "7" } };

test("a customer starts at version 1 and can be read", async () => {
  const { useCases, clock } = anApplication();
  const customer = (await useCases.createCustomer(ada, staff)).result._unsafeUnwrap();
  expect(customer).toMatchObject({
    ...ada,
    version: 1,
    createdAt: clock.now(),
    updatedAt: clock.now(),
  });
  expect((await useCases.getCustomer(customer.id, staff))._unsafeUnwrap()).toEqual(customer);
});

test("an email is taken once", async () => {
  const { useCases } = anApplication();
  await useCases.createCustomer(ada, staff);
  const { result } = await useCases.createCustomer({ ...ada, email: "ADA@example.com" }, staff);
  expect(result._unsafeUnwrapErr()).toEqual({ type: "EmailTaken", email: "ADA@example.com" });
});

test("who acts as a customer manages none, and sees only itself", async () => {
  const { useCases } = anApplication();
  const { id } = (await useCases.createCustomer(ada, staff)).result._unsafeUnwrap();
  const eve = CustomerId("01990000-0000-7000-8000-00000000eeee");
  const asEve = { ...staff, actingCustomerId: eve };
  const created = await useCases.createCustomer({ ...ada, email: "eve@example.com" }, asEve);
  expect(created.result._unsafeUnwrapErr().type).toBe("CustomersMayNot");
  expect((await useCases.getCustomer(id, asEve))._unsafeUnwrapErr()).toEqual({
    type: "CustomerNotFound",
    customerId: id,
  });
  const asAda = { ...staff, actingCustomerId: id };
  expect((await useCases.getCustomer(id, asAda)).isOk()).toBe(true);
});
