import { decide, type OrderCommand, OrderId, PaymentId, Timestamp } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { DueOrder } from "../../ports/output/due-orders.ts";
import { TenantId } from "../../tenant-id.ts";
import { aPlacement } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

const noon = Timestamp(1_767_225_600_000);
const later = (milliseconds: number) => Timestamp(noon + milliseconds);
const base = { at: noon, actor: { type: "user", id: "clerk" } } as const;
const all = { limit: 10, after: null };

/** What every `DueOrders` must do. Each test works in a tenant of its own. */
export const dueOrdersContract = (storage: () => StoragePorts): void => {
  describe("DueOrders", () => {
    let tenantId: TenantId;
    beforeEach(() => {
      tenantId = TenantId(freshId());
    });
    const tell = (orderId: OrderId, command: OrderCommand) =>
      storage().orders.write({
        tenantId,
        orderId,
        claim: null,
        decide: (order) => decide(order, command),
      });
    const place = async (
      expiresAt: Timestamp | null,
      paymentTerms: "prepaid" | "onAccount" = "prepaid",
    ) => {
      const id = OrderId(freshId());
      await tell(id, { ...aPlacement(id, { terms: { paymentTerms } }), expiresAt });
      return id;
    };
    const ids = (due: readonly DueOrder[]) => due.map(({ id }) => id);
    const expirable = async (at: Timestamp) =>
      ids(await storage().dueOrders.expirable(tenantId, at, all));
    const unsettled = (at: Timestamp) => storage().dueOrders.unsettled(tenantId, at, all);

    test("finds pending orders whose deadline has passed, the first first", async () => {
      const [second, first] = [await place(later(20)), await place(later(10))];
      await place(null);
      const canceled = await place(later(10));
      const cancellation = { reason: "changed", note: null };
      await tell(canceled, { type: "cancel", ...base, cancellation });
      const confirmed = await place(later(10), "onAccount");
      await tell(confirmed, { type: "confirm", ...base });
      expect(await expirable(later(9))).toEqual([]);
      expect(await expirable(later(10))).toEqual([first]);
      expect(await expirable(later(20))).toEqual([first, second]);
      expect(await storage().dueOrders.expirable(TenantId(freshId()), later(20), all)).toEqual([]);
    });

    test("goes on page by page, also within one moment", async () => {
      const placed = [await place(noon), await place(noon), await place(later(-1))];
      const due = ids(await storage().dueOrders.expirable(tenantId, noon, all));
      expect(due).toEqual([placed[2], ...placed.slice(0, 2).toSorted()]);
      const first = await storage().dueOrders.expirable(tenantId, noon, { limit: 2, after: null });
      expect(first[1]).toEqual({ id: due[1], dueAt: noon });
      const after = first[1] ?? null;
      const rest = await storage().dueOrders.expirable(tenantId, noon, { limit: 2, after });
      expect([...ids(first), ...ids(rest)]).toEqual(due);
    });

    test("finds orders with an operation that is requested or unknown, until it is settled", async () => {
      const orderId = await place(null);
      const paymentId = PaymentId(freshId());
      const payment = { provider: "simulated", reference: null, capture: false, amount: 100 };
      await tell(orderId, { type: "authorizePayment", ...base, paymentId, ...payment });
      expect(await unsettled(later(-1))).toEqual([]);
      expect(await unsettled(noon)).toEqual([{ id: orderId, dueAt: noon }]);

      const settle = {
        ...base,
        type: "settlePayment",
        at: later(500),
        paymentId,
        operation: 1,
      } as const;
      const told = { reference: null, failure: null };
      await tell(orderId, { ...settle, ...told, outcome: "unknown" });
      expect(await unsettled(later(-1))).toEqual([]);
      expect(await unsettled(noon)).toEqual([{ id: orderId, dueAt: noon }]);
      await tell(orderId, { ...settle, ...told, outcome: "succeeded" });
      expect(await unsettled(later(1000))).toEqual([]);
    });
  });
};
