import {
  CreditLineId,
  decide,
  FulfillmentId,
  LineId,
  type OrderCommand,
  OrderId,
  PaymentId,
  ReturnId,
  Timestamp,
} from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import { newestFirst, type OrderFilter } from "../../ports/output/order-queries.ts";
import { TenantId } from "../../tenant-id.ts";
import { aGift, aPlacement } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

const base = { at: Timestamp(1_767_225_600_000), actor: { type: "user", id: "clerk" } } as const;

type Statuses = Pick<
  OrderFilter,
  "paymentStatus" | "refundStatus" | "fulfillmentStatus" | "returnStatus"
>;

const atFirst = {
  paymentStatus: "unpaid",
  refundStatus: "none",
  fulfillmentStatus: "unfulfilled",
  returnStatus: "none",
} as const satisfies Statuses;

/** What every `OrderQueries` and `OrderExport` must do by derived statuses. */
export const orderStatusFiltersContract = (storage: () => StoragePorts): void => {
  describe("OrderFilter by derived status", () => {
    let tenantId: TenantId;
    let untouched: OrderId;
    let driven: OrderId;
    beforeEach(async () => {
      tenantId = TenantId(freshId());
      untouched = await place();
      driven = await place();
    });

    const tell = async (orderId: OrderId, command: OrderCommand) => {
      const decided = { tenantId, orderId, claim: null };
      const { result } = await storage().orders.write({
        ...decided,
        decide: (order) => decide(order, command),
      });
      expect(result.isOk(), command.type).toBe(true);
    };
    const lineId = LineId(freshId());
    const place = async () => {
      const id = OrderId(freshId());
      const gift = aGift({ id: lineId, quantity: 2, unitPrice: 100, taxRate: 0 });
      await tell(id, aPlacement(id, { lines: [gift] }));
      return id;
    };
    const found = async (filter: OrderFilter) => {
      const request = { limit: 10, from: null };
      const query = { filter, sort: newestFirst };
      const page = await storage().orderQueries.list(tenantId, query, request);
      const listed = page.items.map(({ id }) => id);
      const exported: OrderId[] = [];
      for await (const { id } of storage().orderExport.stream(tenantId, filter)) exported.push(id);
      expect(exported).toEqual(listed);
      return listed;
    };
    /** The driven order has these statuses, each and all, and the other still has its own. */
    const expectDriven = async (changed: Statuses) => {
      const statuses: Readonly<Record<string, string>> = { ...atFirst, ...changed };
      for (const [axis, status] of Object.entries(statuses)) {
        const alike = Object.entries(atFirst).some(([a, s]) => a === axis && s === status);
        const expected = alike ? [driven, untouched].toSorted().toReversed() : [driven];
        expect(await found({ [axis]: status }), `${axis} ${status}`).toEqual(expected);
      }
      expect(await found({ ...atFirst, ...changed })).toEqual([driven]);
      expect(await found(atFirst)).toEqual([untouched]);
    };

    test("follows payment, fulfillment, return and refund, in lists and exports alike", async () => {
      const [paymentId, fulfillmentId, returnId] = [
        PaymentId(freshId()),
        FulfillmentId(freshId()),
        ReturnId(freshId()),
      ];
      const lines = [{ lineId, quantity: 2 }];
      const payment = { paymentId, amount: 200, provider: "manual", reference: null };
      await tell(driven, { type: "recordPayment", ...base, ...payment, capture: false });
      await expectDriven({ paymentStatus: "authorized" });
      await tell(driven, { type: "confirm", ...base });
      await tell(driven, { type: "capturePayment", ...base, paymentId, amount: null });
      await tell(driven, {
        type: "settlePayment",
        ...base,
        paymentId,
        operation: 2,
        outcome: "succeeded",
        reference: null,
        failure: null,
      });
      await expectDriven({ paymentStatus: "paid" });

      const tracking = { carrier: null, trackingNumbers: [] };
      await tell(driven, { type: "createFulfillment", ...base, ...tracking, fulfillmentId, lines });
      await tell(driven, { type: "shipFulfillment", ...base, fulfillmentId });
      await expectDriven({ paymentStatus: "paid", fulfillmentStatus: "shipped" });
      await tell(driven, { type: "deliverFulfillment", ...base, fulfillmentId });
      const delivered = { paymentStatus: "paid", fulfillmentStatus: "delivered" } as const;
      await expectDriven(delivered);

      const returned = [{ lineId, quantity: 1, reason: null }];
      await tell(driven, { type: "requestReturn", ...base, returnId, lines: returned });
      await expectDriven({ ...delivered, returnStatus: "requested" });
      await tell(driven, { type: "approveReturn", ...base, returnId });
      const received = [{ lineId, quantity: 1, disposition: "restock" } as const];
      await tell(driven, { type: "receiveReturn", ...base, returnId, lines: received });
      const back = { ...delivered, returnStatus: "partially_returned" } as const;
      await expectDriven({ ...back, paymentStatus: "overpaid" });

      const creditLineId = CreditLineId(freshId());
      await tell(driven, {
        type: "refundPayment",
        ...base,
        paymentId,
        amount: 100,
        creditLineId,
      });
      await expectDriven({ ...back, paymentStatus: "overpaid", refundStatus: "pending" });
    });
  });
};
