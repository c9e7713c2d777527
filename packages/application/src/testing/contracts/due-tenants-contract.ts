import { decide, OrderId, PaymentId, Timestamp } from "@ordo/domain";
import { describe, expect, test } from "vitest";
import type { TenantPage } from "../../ports/output/due-tenants.ts";
import { TenantId } from "../../tenant-id.ts";
import { aPlacement, canceling } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

const noon = Timestamp(1_767_225_600_000);
const earlier = Timestamp(noon - 1);

/** What every `DueTenants` must do. The store may hold other tenants, due or not. */
export const dueTenantsContract = (storage: () => StoragePorts): void => {
  describe("DueTenants", () => {
    const place = async (tenantId: TenantId, expiresAt: Timestamp | null) => {
      const orderId = OrderId(freshId());
      const placement = { ...aPlacement(orderId), expiresAt };
      await storage().orders.write({
        tenantId,
        orderId,
        claim: null,
        decide: (order) => decide(order, placement),
      });
      return orderId;
    };
    const authorize = (tenantId: TenantId, orderId: OrderId) =>
      storage().orders.write({
        tenantId,
        orderId,
        claim: null,
        decide: (order) =>
          decide(order, {
            type: "authorizePayment",
            at: noon,
            actor: { type: "user", id: "clerk" },
            paymentId: PaymentId(freshId()),
            provider: "simulated",
            reference: null,
            capture: false,
            amount: 100,
          }),
      });
    type Find = (at: Timestamp, page: TenantPage) => Promise<readonly TenantId[]>;
    const expirable: Find = (at, page) => storage().dueTenants.expirable(at, page);
    const unsettled: Find = (at, page) => storage().dueTenants.unsettled(at, page);
    const all = async (find: Find, at: Timestamp, limit = 1_000) => {
      const found: TenantId[] = [];
      for (let after: TenantPage["after"] = null; ;) {
        const page: readonly TenantId[] = await find(at, { limit, after });
        expect(page.length).toBeLessThanOrEqual(limit);
        found.push(...page);
        after = page.at(-1) ?? null;
        if (page.length < limit) return found;
      }
    };

    test("finds each tenant with a pending order whose deadline has passed, once", async () => {
      const [due, notYet, done] = [TenantId(freshId()), TenantId(freshId()), TenantId(freshId())];
      await place(due, earlier);
      await place(due, noon);
      await place(due, null);
      await place(notYet, noon);
      await storage().orders.write(canceling(done, null, await place(done, earlier)));
      const ours = [due, notYet, done];
      const found = async (at: Timestamp) =>
        (await all(expirable, at)).filter((id) => ours.includes(id));
      expect(await found(earlier)).toEqual([due]);
      expect(await found(noon)).toEqual([due, notYet]);
    });

    test("finds each tenant with a payment operation that nobody knows the outcome of", async () => {
      const [due, none] = [TenantId(freshId()), TenantId(freshId())];
      await authorize(due, await place(due, null));
      await place(none, noon);
      const found = async (at: Timestamp) =>
        (await all(unsettled, at)).filter((id) => [due, none].includes(id));
      expect(await found(earlier)).toEqual([]);
      expect(await found(noon)).toEqual([due]);
    });

    test("goes on behind any tenant, also one that has nothing due any more", async () => {
      const [first, gone, last] = [freshId(), freshId(), freshId()].toSorted().map(TenantId);
      if (!first || !gone || !last) expect.fail();
      for (const tenantId of [first, last]) {
        await place(tenantId, noon);
        await authorize(tenantId, await place(tenantId, null));
      }
      for (const find of [expirable, unsettled]) {
        const behind = await find(noon, { limit: 1_000, after: gone });
        expect(behind).toContain(last);
        expect(behind).not.toContain(first);
      }
    });

    test("goes on page by page, ascending by id, and leaves none out", async () => {
      const tenants = [freshId(), freshId(), freshId()].map((id) => TenantId(id));
      for (const [index, tenantId] of tenants.entries())
        for (let n = 0; n <= index; n += 1) await place(tenantId, noon);
      const found = await all(expirable, noon);
      expect(found).toEqual(found.toSorted());
      expect(found.filter((id) => tenants.includes(id))).toEqual(tenants.toSorted());
      expect(await all(expirable, noon, 1)).toEqual(found);
    });
  });
};
