import { ProductId, Timestamp } from "@ordo/domain";
import { err, ok } from "neverthrow";
import { beforeEach, describe, expect, test } from "vitest";
import type { PageRequest } from "../../page.ts";
import type { ProductFilter } from "../../ports/input/products.ts";
import type { CreatedPosition } from "../../ports/output/created-position.ts";
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

    test("lists newest first, page by page, by SKU and by being archived", async () => {
      const made = [1, 2, 3].map((n) => {
        const createdAt = Timestamp(1_767_225_600_000 + n);
        return aProduct(freshId(), { createdAt, archivedAt: n === 2 ? createdAt : null });
      });
      for (const product of made) await products().add({ tenantId, claim: null, product });
      const [first, second, third] = made;
      const idsOf = async (
        filter: ProductFilter,
        limit = 10,
        from: PageRequest<CreatedPosition>["from"] = null,
      ) => {
        const page = await products().list(tenantId, filter, { limit, from });
        return { ids: page.items.map(({ id }) => id), ...page };
      };
      const page = await idsOf({}, 2);
      expect(page.ids).toEqual([third?.id, second?.id]);
      expect(page.prev).toBeNull();
      const rest = await idsOf({}, 2, page.next);
      expect(rest.ids).toEqual([first?.id]);
      expect(rest.next).toBeNull();
      expect((await idsOf({}, 2, rest.prev)).ids).toEqual(page.ids);
      expect((await idsOf({ archived: true })).ids).toEqual([second?.id]);
      expect((await idsOf({ archived: false })).ids).toEqual([third?.id, first?.id]);
      expect((await idsOf({ sku: `SKU-${first?.id}` })).ids).toEqual([first?.id]);
      const elsewhere = await products().list(TenantId(freshId()), {}, { limit: 9, from: null });
      expect(elsewhere.items).toEqual([]);
    });

    test("changes a product but its stock", async () => {
      const product = aStockedProduct(freshId(), 5);
      await products().add({ tenantId, claim: null, product });
      const { result } = await products().update({
        tenantId,
        productId: product.id,
        change: (current) =>
          ok({ ...current, version: 2, price: 5, inventory: { ...current.inventory, onHand: 99 } }),
      });
      expect(result._unsafeUnwrap()).toEqual({ ...product, version: 2, price: 5 });
      expect(await products().find(tenantId, product.id)).toEqual(result._unsafeUnwrap());
    });

    test("refuses to change to a SKU that is taken, and a product that is not there", async () => {
      const [one, two] = [aProduct(freshId()), aProduct(freshId())];
      await products().add({ tenantId, claim: null, product: one });
      await products().add({ tenantId, claim: null, product: two });
      const change = (current: typeof one) => ok({ ...current, version: 2, sku: one.sku });
      const taken = await products().update({ tenantId, productId: two.id, change });
      expect(taken.result).toEqual(err({ type: "SkuTaken", sku: one.sku }));
      expect(await products().find(tenantId, two.id)).toEqual(two);
      const productId = ProductId(freshId());
      const missing = await products().update({ tenantId, productId, change });
      expect(missing.result).toEqual(err({ type: "ProductNotFound", productId }));
    });

    test("adjusts stock once per key", async () => {
      const product = aStockedProduct(freshId(), 5);
      await products().add({ tenantId, claim: null, product });
      const adjust = () =>
        products().adjust({
          tenantId,
          claim: aClaim("k1"),
          adjustment: {
            id: freshId(),
            productId: product.id,
            delta: -2,
            reason: "broken",
            actor: { type: "user", id: "clerk" },
            at: Timestamp(1_767_225_600_000),
          },
          adjusted: ({ inventory }) => ok({ ...inventory, onHand: inventory.onHand - 2 }),
        });
      const first = await adjust();
      const again = await adjust();
      const inventory = { tracked: true, onHand: 3, reserved: 0 };
      expect(first.result._unsafeUnwrap()).toMatchObject({
        delta: -2,
        reason: "broken",
        inventory,
      });
      expect(JSON.stringify(again)).toBe(JSON.stringify({ ...first, replayed: true }));
      expect((await products().find(tenantId, product.id))?.inventory).toEqual(inventory);
    });

    test("of adjustments at once each counts", async () => {
      const product = aStockedProduct(freshId(), 0);
      await products().add({ tenantId, claim: null, product });
      const adjustment = { productId: product.id, delta: 1, reason: "found" };
      const by = { actor: { type: "user", id: "clerk" }, at: Timestamp(0) } as const;
      const adjust = () =>
        products().adjust({
          tenantId,
          claim: null,
          adjustment: { id: freshId(), ...adjustment, ...by },
          adjusted: ({ inventory }) => ok({ ...inventory, onHand: inventory.onHand + 1 }),
        });
      await Promise.all(Array.from({ length: 10 }, adjust));
      expect((await products().find(tenantId, product.id))?.inventory.onHand).toBe(10);
    });
  });
};
