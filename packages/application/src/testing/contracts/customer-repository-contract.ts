import { type Customer, CustomerId, OrderId, Timestamp } from "@ordo/domain";
import { err, ok } from "neverthrow";
import { beforeEach, describe, expect, test } from "vitest";
import type { CustomerFilter } from "../../ports/input/customers.ts";
import { TenantId } from "../../tenant-id.ts";
import { aClaim, aCustomer, aPlacement, canceling, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What every `CustomerRepository` must do. Each test works in a tenant of its own. */
export const customerRepositoryContract = (storage: () => StoragePorts): void => {
  describe("CustomerRepository", () => {
    let tenantId: TenantId;
    beforeEach(() => {
      tenantId = TenantId(freshId());
    });
    const customers = () => storage().customers;

    test("finds what was added, exactly, and only in its tenant", async () => {
      const customer = aCustomer(freshId());
      const added = await customers().add({ tenantId, claim: null, customer });
      const found = await customers().find(tenantId, customer.id);
      expect(added).toEqual({ result: ok(customer), replayed: false });
      expect(JSON.stringify(found)).toBe(JSON.stringify(customer));
      expect(await customers().find(TenantId(freshId()), customer.id)).toBeUndefined();
      expect(await customers().find(tenantId, CustomerId(freshId()))).toBeUndefined();
    });

    test("takes an email once per tenant, whatever its case", async () => {
      const customer = aCustomer(freshId(), { email: "Ada@example.com" });
      const rival = aCustomer(freshId(), { email: "aDA@example.com" });
      await customers().add({ tenantId, claim: null, customer });
      const { result } = await customers().add({ tenantId, claim: null, customer: rival });
      const elsewhere = TenantId(freshId());
      const other = await customers().add({ tenantId: elsewhere, claim: null, customer: rival });
      expect(result).toEqual(err({ type: "EmailTaken", email: "aDA@example.com" }));
      expect(await customers().find(tenantId, rival.id)).toBeUndefined();
      expect(other.result.isOk()).toBe(true);
    });

    test("answers a repeated request as it answered the first", async () => {
      const customer = aCustomer(freshId());
      const claim = aClaim("k1");
      await customers().add({ tenantId, claim, customer });
      const again = await customers().add({ tenantId, claim, customer: aCustomer(freshId()) });
      expect(again.replayed).toBe(true);
      expect(JSON.stringify(again.result)).toBe(JSON.stringify(ok(customer)));
    });

    test("records a rejection under the key", async () => {
      const email = "ada@example.com";
      await customers().add({ tenantId, claim: null, customer: aCustomer(freshId(), { email }) });
      const request = { tenantId, claim: aClaim("k1"), customer: aCustomer(freshId(), { email }) };
      const first = await customers().add(request);
      const again = await customers().add(request);
      expect(first.result).toEqual(err({ type: "EmailTaken", email }));
      expect(again).toEqual({ result: first.result, replayed: true });
    });

    test("refuses a key that stands for another request", async () => {
      await customers().add({
        tenantId,
        claim: aClaim("k1", "f1"),
        customer: aCustomer(freshId()),
      });
      const customer = aCustomer(freshId());
      const { result } = await customers().add({ tenantId, claim: aClaim("k1", "f2"), customer });
      expect(result).toEqual(err({ type: "IdempotencyKeyReused" }));
      expect(await customers().find(tenantId, customer.id)).toBeUndefined();
    });

    test("of many at once with one email exactly one is added", async () => {
      const email = "ada@example.com";
      const attempts = Array.from({ length: 10 }, () =>
        customers().add({ tenantId, claim: null, customer: aCustomer(freshId(), { email }) }),
      );
      const outcomes = await Promise.all(attempts);
      expect(outcomes.filter(({ result }) => result.isOk())).toHaveLength(1);
    });

    test("lists newest first and by email, and finds many at once", async () => {
      const made = [1, 2].map((n) =>
        aCustomer(freshId(), { createdAt: Timestamp(1_767_225_600_000 + n) }),
      );
      for (const customer of made) await customers().add({ tenantId, claim: null, customer });
      const [first, second] = made;
      const list = async (filter: CustomerFilter) =>
        (await customers().list(tenantId, filter, { limit: 10, from: null })).items;
      expect(await list({})).toEqual([second, first]);
      expect(await list({ email: first?.email.toUpperCase() ?? "" })).toEqual([first]);
      const page = await customers().list(tenantId, {}, { limit: 1, from: null });
      const rest = await customers().list(tenantId, {}, { limit: 1, from: page.next });
      expect([...page.items, ...rest.items]).toEqual([second, first]);
      const ids = made.map(({ id }) => id);
      const found = await customers().findMany(tenantId, [...ids, ...ids]);
      expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
    });

    test("changes a customer, but not to an email that is taken", async () => {
      const [one, two] = [aCustomer(freshId()), aCustomer(freshId())];
      for (const customer of [one, two]) await customers().add({ tenantId, claim: null, customer });
      const update = (change: Partial<Customer>) =>
        customers().update({
          tenantId,
          customerId: two.id,
          change: (current) => ok({ ...current, version: current.version + 1, ...change }),
        });
      const renamed = await update({ name: "Eve" });
      expect(renamed.result).toEqual(ok({ ...two, version: 2, name: "Eve" }));
      expect(await customers().find(tenantId, two.id)).toEqual(renamed.result._unsafeUnwrap());
      const email = one.email.toUpperCase();
      expect((await update({ email })).result).toEqual(err({ type: "EmailTaken", email }));
      expect((await update({ email: two.email.toUpperCase() })).result.isOk()).toBe(true);
      const customerId = CustomerId(freshId());
      const change = (current: Customer) => ok(current);
      const missing = await customers().update({ tenantId, customerId, change });
      expect(missing.result).toEqual(err({ type: "CustomerNotFound", customerId }));
    });

    test("erases a customer without open orders: it is gone, and its email free", async () => {
      const customer = aCustomer(freshId());
      await customers().add({ tenantId, claim: null, customer });
      const orderId = OrderId(freshId());
      const terms = { customerId: customer.id };
      await storage().orders.write(placing(tenantId, null, aPlacement(orderId, { terms })));
      const erase = () =>
        customers().erase({
          tenantId,
          customerId: customer.id,
          change: (current) =>
            ok({ ...current, version: 2, email: "x@erased.invalid", erasedAt: current.createdAt }),
        });
      const refused = await erase();
      expect(refused.result).toEqual(
        err({ type: "CustomerHasOpenOrders", customerId: customer.id, orderIds: [orderId] }),
      );
      await storage().orders.write(canceling(tenantId, null, orderId));
      expect((await erase()).result.isOk()).toBe(true);
      expect(await customers().find(tenantId, customer.id)).toBeUndefined();
      expect(await customers().findMany(tenantId, [customer.id])).toEqual([]);
      expect((await customers().list(tenantId, {}, { limit: 9, from: null })).items).toEqual([]);
      expect((await erase()).result._unsafeUnwrapErr().type).toBe("CustomerNotFound");
      const successor = aCustomer(freshId(), { email: customer.email });
      const added = await customers().add({ tenantId, claim: null, customer: successor });
      expect(added.result.isOk()).toBe(true);
    });
  });
};
