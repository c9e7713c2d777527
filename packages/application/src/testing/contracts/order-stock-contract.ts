import {
  decide,
  FulfillmentId,
  LineId,
  type OrderCommand,
  OrderId,
  type Product,
  ReturnId,
  Timestamp,
} from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import { TenantId } from "../../tenant-id.ts";
import { aPlacement, aStockedProduct, lineOf } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

const base = { at: Timestamp(1_767_225_601_000), actor: { type: "user", id: "clerk" } } as const;

/** What an `OrderRepository` must do to stock over the life of an order. */
export const orderStockContract = (storage: () => StoragePorts): void => {
  describe("OrderRepository, moving stock", () => {
    let tenantId: TenantId;
    let orderId: OrderId;
    let product: Product;
    beforeEach(async () => {
      tenantId = TenantId(freshId());
      orderId = OrderId(freshId());
      product = aStockedProduct(freshId(), 5);
      await storage().products.add({ tenantId, claim: null, product });
    });
    const tell = async (command: OrderCommand) => {
      const { result } = await storage().orders.write({
        tenantId,
        orderId,
        claim: null,
        decide: (order) => decide(order, command),
      });
      return result._unsafeUnwrap();
    };
    const stock = async () => {
      const found = await storage().products.find(tenantId, product.id);
      return found && [found.inventory.onHand, found.inventory.reserved];
    };

    test("units leave the warehouse when they ship, and come back when they are restocked", async () => {
      const lineId = LineId(freshId());
      const fulfillmentId = FulfillmentId(freshId());
      const returnId = ReturnId(freshId());
      const lines = [{ lineId, quantity: 2 }];
      const terms = { paymentTerms: "onAccount" } as const;
      await tell(aPlacement(orderId, { lines: [lineOf(lineId, product, 2)], terms }));
      expect(await stock()).toEqual([5, 2]);
      await tell({ type: "confirm", ...base });
      const tracking = { carrier: null, trackingNumbers: [] };
      await tell({ type: "createFulfillment", ...base, fulfillmentId, lines, ...tracking });
      await tell({ type: "shipFulfillment", ...base, fulfillmentId });
      expect(await stock()).toEqual([3, 0]);
      await tell({ type: "deliverFulfillment", ...base, fulfillmentId });
      const wanted = [{ lineId, quantity: 1, reason: null }];
      await tell({ type: "requestReturn", ...base, returnId, lines: wanted });
      await tell({ type: "approveReturn", ...base, returnId });
      const received = [{ lineId, quantity: 1, disposition: "restock" as const }];
      await tell({ type: "receiveReturn", ...base, returnId, lines: received });
      expect(await stock()).toEqual([4, 0]);
    });

    test("a draft reserves nothing, may have no line, and changes its lines", async () => {
      const { type: _type, expectedTotal: _total, ...draft } = aPlacement(orderId, { lines: [] });
      await tell({ type: "draft", ...draft });
      const { id: _id, number: _number, currency: _currency, ...terms } = draft.terms;
      const line = lineOf(freshId(), product, 3);
      const contents = { discounts: [], shippingLines: [] };
      await tell({ type: "updateDraft", ...base, terms, lines: [line], ...contents });
      expect(await stock()).toEqual([5, 0]);
      const other = lineOf(freshId(), product, 4);
      const changed = await tell({
        type: "updateDraft",
        ...base,
        terms,
        lines: [other],
        ...contents,
      });
      expect(changed).toEqual(await storage().orders.find(tenantId, orderId));
      await tell({ type: "placeDraft", ...base, products: [product], expectedTotal: null });
      expect(await stock()).toEqual([5, 4]);
    });
  });
};
