import { ProductId } from "@ordo/domain";
import { err, ok } from "neverthrow";
import { beforeEach, describe, expect, test } from "vitest";
import { TenantId } from "../../tenant-id.ts";
import { aClaim, aProduct, aStockedProduct } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What every `ProductRepository` must do. Each test works in a tenant of its own. */
export const productRepositoryContract = (storage: () => StoragePorts): void => {
  describe("ProductRepository", () => {
    let tenantId: TenantId;
    beforeEach(() => {
      tenantId = TenantId(freshId());
    });
    const products = () => storage().products;

    test("finds what was added, exactly, and only in its tenant", async () => {
      const product = aStockedProduct(freshId(), Number.MAX_SAFE_INTEGER);
      const added = await products().add({ tenantId, claim: null, product });
      const found = await products().find(tenantId, product.id);
      expect(added).toEqual({ result: ok(product), replayed: false });
      expect(JSON.stringify(found)).toBe(JSON.stringify(product));
      expect(await products().find(TenantId(freshId()), product.id)).toBeUndefined();
    });

    test("keeps the largest price exactly", async () => {
      const product = aProduct(freshId(), { price: Number.MAX_SAFE_INTEGER });
      await products().add({ tenantId, claim: null, product });
      expect((await products().find(tenantId, product.id))?.price).toBe(Number.MAX_SAFE_INTEGER);
    });

    test("finds many at once: those that exist, each once", async () => {
      const [one, two] = [aProduct(freshId()), aProduct(freshId())];
      await products().add({ tenantId, claim: null, product: one });
      await products().add({ tenantId, claim: null, product: two });
      const missing = ProductId(freshId());
      const found = await products().findMany(tenantId, [one.id, missing, two.id, one.id]);
      expect(found.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
      expect(await products().findMany(TenantId(freshId()), [one.id])).toEqual([]);
      expect(await products().findMany(tenantId, [])).toEqual([]);
    });

    test("takes a SKU once per tenant", async () => {
      const product = aProduct(freshId(), { sku: "TEA" });
      const rival = aProduct(freshId(), { sku: "TEA" });
      await products().add({ tenantId, claim: null, product });
      const { result } = await products().add({ tenantId, claim: null, product: rival });
      expect(result).toEqual(err({ type: "SkuTaken", sku: "TEA" }));
      expect(await products().find(tenantId, rival.id)).toBeUndefined();
    });

    test("answers a repeated request as it answered the first", async () => {
      const product = aProduct(freshId(), { metadata: { zebra: "1", apple: "2" } });
      const claim = aClaim("k1");
      await products().add({ tenantId, claim, product });
      const again = await products().add({ tenantId, claim, product: aProduct(freshId()) });
      expect(again.replayed).toBe(true);
      expect(JSON.stringify(again.result)).toBe(JSON.stringify(ok(product)));
    });

    test("refuses a key that stands for another request", async () => {
      await products().add({ tenantId, claim: aClaim("k1", "f1"), product: aProduct(freshId()) });
      const product = aProduct(freshId());
      const { result } = await products().add({ tenantId, claim: aClaim("k1", "f2"), product });
      expect(result).toEqual(err({ type: "IdempotencyKeyReused" }));
      expect(await products().find(tenantId, product.id)).toBeUndefined();
    });
  });
};
