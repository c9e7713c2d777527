import { describe, expect, test } from "vitest";
import { TenantId } from "../../tenant-id.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What every `OrderNumbers` must do. */
export const orderNumbersContract = (storage: () => StoragePorts): void => {
  describe("OrderNumbers", () => {
    test("gives no number twice, also to many at once", async () => {
      const tenantId = TenantId(freshId());
      const many = Array.from({ length: 120 }, () => storage().orderNumbers.next(tenantId));
      expect(new Set(await Promise.all(many)).size).toBe(120);
    });

    test("counts for each tenant alone", async () => {
      const [one, two] = [TenantId(freshId()), TenantId(freshId())];
      expect(await storage().orderNumbers.next(one)).toBe(await storage().orderNumbers.next(two));
    });

    test("ascends", async () => {
      const tenantId = TenantId(freshId());
      const first = await storage().orderNumbers.next(tenantId);
      const second = await storage().orderNumbers.next(tenantId);
      expect(Number(second)).toBeGreaterThan(Number(first));
    });
  });
};
