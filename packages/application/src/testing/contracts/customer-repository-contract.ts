import { CustomerId } from "@ordo/domain";
import { err, ok } from "neverthrow";
import { beforeEach, describe, expect, test } from "vitest";
import { TenantId } from "../../tenant-id.ts";
import { aClaim, aCustomer } from "../fixtures.ts";
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
  });
};
