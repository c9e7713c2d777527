import { beforeEach, describe, expect, test } from "vitest";
import { idempotencyRetentionDays } from "../../idempotency.ts";
import { TenantId } from "../../tenant-id.ts";
import { aClaim, aPlacement, aProduct, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { TestStorage } from "../storage-ports.ts";

const retention = idempotencyRetentionDays * 86_400_000;
const minute = 60_000;

/** What every `IdempotencyRetention` must do. It sees every tenant's keys, so tests run one after the other. */
export const idempotencyRetentionContract = (storage: () => TestStorage): void => {
  describe("IdempotencyRetention", () => {
    const forgetAll = async () => {
      let forgotten = 0;
      for (;;) {
        const some = await storage().idempotencyRetention.forgetOld(1_000);
        forgotten += some;
        if (some < 1_000) return forgotten;
      }
    };
    let tenantId: TenantId;
    beforeEach(async () => {
      tenantId = TenantId(freshId());
      await storage().ageKeys(2 * retention);
      await forgetAll();
    });
    const place = async (key: string, fingerprint?: string) =>
      storage().orders.write(placing(tenantId, aClaim(key, fingerprint), aPlacement(freshId())));

    test("forgets a key that is older than the retention, and no younger one", async () => {
      await place("old");
      await storage().ageKeys(2 * minute);
      await place("young");
      await storage().ageKeys(retention - minute);
      expect(await forgetAll()).toBe(1);
      expect((await place("young")).replayed).toBe(true);
      expect((await place("old", "another request")).result.isOk()).toBe(true);
    });

    test("keeps what a forgotten key had done", async () => {
      const product = aProduct(freshId());
      await storage().products.add({ tenantId, claim: aClaim("product"), product });
      const { result } = await place("order");
      await storage().ageKeys(retention + minute);
      expect(await forgetAll()).toBe(2);
      const order = result._unsafeUnwrap();
      expect(await storage().orders.find(tenantId, order.id)).toEqual(order);
      expect(await storage().products.find(tenantId, product.id)).toEqual(product);
    });

    test("forgets no more than it is told, of every tenant", async () => {
      await place("k1");
      await place("k2");
      tenantId = TenantId(freshId());
      await place("k1");
      await storage().ageKeys(retention + minute);
      const forgotten: number[] = [];
      for (let n = 0; n < 3; n += 1)
        forgotten.push(await storage().idempotencyRetention.forgetOld(2));
      expect(forgotten).toEqual([2, 1, 0]);
    });
  });
};
