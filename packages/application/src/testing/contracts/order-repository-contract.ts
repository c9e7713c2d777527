import { OrderId, ProductId } from "@ordo/domain";
import { err } from "neverthrow";
import { beforeEach, describe, expect, test } from "vitest";
import { TenantId } from "../../tenant-id.ts";
import { newestFirst } from "../../ports/output/order-queries.ts";
import type { OrderWrite } from "../../ports/output/order-repository.ts";
import { aClaim, aPlacement, aStockedProduct, canceling, lineOf, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What every `OrderRepository` must do. Each test works in a tenant of its own. */
export const orderRepositoryContract = (storage: () => StoragePorts): void => {
  describe("OrderRepository", () => {
    let tenantId: TenantId;
    let orderId: OrderId;
    beforeEach(() => {
      tenantId = TenantId(freshId());
      orderId = OrderId(freshId());
    });

    const orders = () => storage().orders;
    const reserved = async (productId: string) => {
      const product = await storage().products.find(tenantId, ProductId(productId));
      return product?.inventory.reserved;
    };
    const stock = async (onHand: number) => {
      const product = aStockedProduct(freshId(), onHand);
      await storage().products.add({ tenantId, claim: null, product });
      return product;
    };

    test("finds what was written, exactly", async () => {
      const written = await orders().write(placing(tenantId, null, aPlacement(orderId)));
      const found = await orders().find(tenantId, orderId);
      expect(written.replayed).toBe(false);
      expect(found).toBeDefined();
      expect(JSON.stringify(found)).toBe(JSON.stringify(written.result.unwrapOr(undefined)));
    });

    test("knows nothing of another tenant's order", async () => {
      await orders().write(placing(tenantId, null, aPlacement(orderId)));
      expect(await orders().find(TenantId(freshId()), orderId)).toBeUndefined();
    });

    test("decides on the current state and counts versions without a gap", async () => {
      await orders().write(placing(tenantId, null, aPlacement(orderId)));
      const canceled = await orders().write(canceling(tenantId, null, orderId));
      expect(canceled.result.unwrapOr(undefined)).toMatchObject({ status: "canceled", version: 2 });
      expect(await orders().find(tenantId, orderId)).toEqual(canceled.result.unwrapOr(undefined));
    });

    test("a rejected command changes nothing", async () => {
      const { result } = await orders().write(canceling(tenantId, null, orderId));
      expect(result.isErr() && result.error.type).toBe("StatusForbidsCommand");
      expect(await orders().find(tenantId, orderId)).toBeUndefined();
    });

    test("a write whose deadline is past leaves nothing when it is given up, and all when it is not", async () => {
      const request = placing(tenantId, aClaim("k1"), aPlacement(orderId));
      const written = await orders()
        .write({ ...request, deadline: 0 })
        .catch(() => undefined);
      expect((await orders().find(tenantId, orderId)) !== undefined).toBe(written !== undefined);
      const again = await orders().write(request);
      expect([again.result.isOk(), again.replayed]).toEqual([true, written !== undefined]);
    });

    test("a deadline that is far off changes nothing", async () => {
      const deadline = 8.64e15;
      const request = placing(tenantId, null, aPlacement(orderId));
      expect((await orders().write({ ...request, deadline })).result.isOk()).toBe(true);
      expect(await orders().find(tenantId, orderId, deadline)).toBeDefined();
      const { items } = await storage().orderQueries.list(
        tenantId,
        { filter: {}, sort: newestFirst },
        { limit: 1, from: null },
        deadline,
      );
      expect(items).toHaveLength(1);
    });

    test("answers a repeated request as it answered the first, whatever happened since", async () => {
      const request = placing(tenantId, aClaim("k1"), aPlacement(orderId));
      const first = await orders().write(request);
      await orders().write(canceling(tenantId, null, orderId));
      const again = await orders().write({
        ...placing(tenantId, aClaim("k1"), aPlacement(freshId())),
      });
      expect(again.replayed).toBe(true);
      expect(JSON.stringify(again.result)).toBe(JSON.stringify(first.result));
    });

    test("refuses a key that stands for another request", async () => {
      await orders().write(placing(tenantId, aClaim("k1", "f1"), aPlacement(orderId)));
      const other = aPlacement(freshId());
      const { result } = await orders().write(placing(tenantId, aClaim("k1", "f2"), other));
      expect(result).toEqual(err({ type: "IdempotencyKeyReused" }));
      expect(await orders().find(tenantId, other.terms.id)).toBeUndefined();
    });

    test("keeps the keys of tenants and of clients apart, also what each has recorded", async () => {
      const mine = placing(tenantId, aClaim("k1", "f1"), aPlacement(orderId));
      const elsewhere = placing(TenantId(freshId()), aClaim("k1", "f2"), aPlacement(freshId()));
      const erp = { ...aClaim("k1", "f3"), clientId: "erp" };
      const ofOtherClient = placing(tenantId, erp, aPlacement(freshId()));
      const requests = [mine, elsewhere, ofOtherClient];
      const first = [];
      for (const request of requests) first.push(await orders().write(request));
      for (const [index, request] of requests.entries()) {
        expect(first[index]?.replayed).toBe(false);
        const again = await orders().write(request);
        expect(again).toEqual({ result: first[index]?.result, replayed: true });
        expect(again.result.unwrapOr(undefined)?.id).toBe(request.orderId);
      }
    });

    test.each([
      { mine: 1, theirs: 5 },
      { mine: 5, theirs: 1 },
    ])(
      "keeps orders and products of one id apart: $mine units here, $theirs there",
      async (units) => {
        const productId = freshId();
        const lineId = freshId();
        const placeAll = async (tenant: TenantId, onHand: number) => {
          const product = aStockedProduct(productId, onHand);
          await storage().products.add({ tenantId: tenant, claim: null, product });
          const lines = [lineOf(lineId, product, onHand)];
          const command = aPlacement(orderId, { lines, terms: { note: `all ${onHand}` } });
          return placing(tenant, aClaim("k1"), command);
        };
        const otherTenantId = TenantId(freshId());
        const here = await placeAll(tenantId, units.mine);
        const there = await placeAll(otherTenantId, units.theirs);
        await orders().write(here);
        await orders().write(there);
        await orders().write(canceling(tenantId, aClaim("k2"), orderId));

        const stateOf = async (tenant: TenantId, request: OrderWrite) => ({
          status: (await orders().find(tenant, orderId))?.status,
          reserved: (await storage().products.find(tenant, ProductId(productId)))?.inventory
            .reserved,
          replayed: (await orders().write(request)).result.unwrapOr(undefined)?.note,
        });
        expect(await stateOf(tenantId, here)).toEqual({
          status: "canceled",
          reserved: 0,
          replayed: `all ${units.mine}`,
        });
        expect(await stateOf(otherTenantId, there)).toEqual({
          status: "pending",
          reserved: units.theirs,
          replayed: `all ${units.theirs}`,
        });
      },
    );

    test("records a rejection under the key", async () => {
      const request = canceling(tenantId, aClaim("k1"), orderId);
      const first = await orders().write(request);
      await orders().write(placing(tenantId, null, aPlacement(orderId)));
      const again = await orders().write(request);
      expect(again).toEqual({ result: first.result, replayed: true });
      expect((await orders().find(tenantId, orderId))?.status).toBe("pending");
    });

    test("leaves the key free after a rejection that is not final", async () => {
      await orders().write(placing(tenantId, null, aPlacement(freshId(), { number: "7" })));
      const isFinal = () => false;
      const taken = placing(tenantId, aClaim("k1"), aPlacement(orderId, { number: "7" }));
      const refused = await orders().write({ ...taken, isFinal });
      const free = placing(tenantId, aClaim("k1"), aPlacement(orderId, { number: "8" }));
      const accepted = await orders().write({ ...free, isFinal });
      expect(refused.result).toEqual(err({ type: "OrderNumberTaken", number: "7" }));
      expect(accepted.replayed).toBe(false);
      expect(accepted.result.unwrapOr(undefined)?.number).toBe("8");
    });

    test("gives an order number once per tenant", async () => {
      await orders().write(placing(tenantId, null, aPlacement(orderId, { number: "7" })));
      const second = aPlacement(freshId(), { number: "7" });
      const { result } = await orders().write(placing(tenantId, null, second));
      const elsewhere = await orders().write(placing(TenantId(freshId()), null, second));
      expect(result).toEqual(err({ type: "OrderNumberTaken", number: "7" }));
      expect(await orders().find(tenantId, second.terms.id)).toBeUndefined();
      expect(elsewhere.result.isOk()).toBe(true);
    });

    test("reserves tracked stock with the order and releases it once with its cancellation", async () => {
      const product = await stock(5);
      const lines = [lineOf(freshId(), product, 2), lineOf(freshId(), product, 1)];
      await orders().write(placing(tenantId, aClaim("k1"), aPlacement(orderId, { lines })));
      expect(await reserved(product.id)).toBe(3);
      await orders().write(canceling(tenantId, aClaim("k2"), orderId));
      await orders().write(canceling(tenantId, aClaim("k2"), orderId));
      await orders().write(canceling(tenantId, null, orderId));
      expect(await reserved(product.id)).toBe(0);
    });

    test("reserves all lines or none, and names every shortage", async () => {
      const [plenty, few, none] = [await stock(9), await stock(1), await stock(0)];
      const lines = [plenty, few, none].map((product) => lineOf(freshId(), product, 2));
      const { result } = await orders().write(
        placing(tenantId, aClaim("k1"), aPlacement(orderId, { lines })),
      );
      const error = result.isErr() ? result.error : undefined;
      expect(error?.type).toBe("InsufficientStock");
      expect(error?.type === "InsufficientStock" && new Set(error.shortages)).toEqual(
        new Set([
          { productId: few.id, requested: 2, available: 1 },
          { productId: none.id, requested: 2, available: 0 },
        ]),
      );
      expect(await reserved(plenty.id)).toBe(0);
      expect(await orders().find(tenantId, orderId)).toBeUndefined();
    });

    test("of many at once with one key exactly one has an effect, and all get its answer", async () => {
      const product = await stock(50);
      const attempts = Array.from({ length: 20 }, () => {
        const lines = [lineOf(freshId(), product, 1)];
        return orders().write(placing(tenantId, aClaim("k1"), aPlacement(freshId(), { lines })));
      });
      const outcomes = await Promise.all(attempts);
      expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(new Set(outcomes.map(({ result }) => JSON.stringify(result))).size).toBe(1);
      expect(await reserved(product.id)).toBe(1);
    });

    test("of many buyers of the last unit exactly one gets it", async () => {
      const product = await stock(1);
      const attempts = Array.from({ length: 20 }, (_, n) => {
        const lines = [lineOf(freshId(), product, 1)];
        const command = aPlacement(freshId(), { lines });
        return orders().write(placing(tenantId, aClaim(`k${n}`), command));
      });
      const outcomes = await Promise.all(attempts);
      expect(outcomes.filter(({ result }) => result.isOk())).toHaveLength(1);
      expect(await reserved(product.id)).toBe(1);
    });
  });
};
