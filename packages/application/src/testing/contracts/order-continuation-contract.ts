import {
  decide,
  type Order,
  type OrderCommand,
  type OrderEvent,
  OrderId,
  PaymentId,
  Timestamp,
} from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import { beforeEach, describe, expect, test } from "vitest";
import type { OrderWrite } from "../../ports/output/order-repository.ts";
import type { Rejection } from "../../rejection.ts";
import { TenantId } from "../../tenant-id.ts";
import { aClaim, aPlacement, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

const base = { at: Timestamp(1_767_225_601_000), actor: { type: "user", id: "clerk" } } as const;

/** What an `OrderRepository` must do for requests that wait for a payment provider in the middle. */
export const orderContinuationContract = (storage: () => StoragePorts): void => {
  describe("OrderRepository, carrying on under a key", () => {
    let tenantId: TenantId;
    let orderId: OrderId;
    let paymentId: PaymentId;
    beforeEach(async () => {
      tenantId = TenantId(freshId());
      orderId = OrderId(freshId());
      paymentId = PaymentId(freshId());
      await write(null, { decide: placing(tenantId, null, aPlacement(orderId)).decide });
    });

    const write = (
      key: string | null,
      {
        fingerprint,
        ...request
      }: Partial<OrderWrite> &
        Pick<OrderWrite, "decide"> & {
          fingerprint?: string;
        },
    ) =>
      storage().orders.write({
        tenantId,
        orderId,
        claim: key === null ? null : aClaim(key, fingerprint),
        ...request,
      });
    const telling =
      (command: OrderCommand) =>
      (order: Order | undefined): Result<readonly OrderEvent[], Rejection> =>
        decide(order, command);
    const authorizing = () =>
      telling({
        type: "authorizePayment",
        ...base,
        paymentId,
        amount: 417,
        provider: "simulated",
        reference: null,
        capture: false,
      });
    const settling = () =>
      telling({
        type: "settlePayment",
        ...base,
        paymentId,
        operation: 1,
        outcome: "succeeded",
        reference: null,
        failure: null,
      });
    const open = () => [{ paymentId, operation: 1 }];
    const statusNow = async () =>
      (await storage().orders.find(tenantId, orderId))?.payments[0]?.operations[0]?.status;

    test("tells which payment operations a write opened, with or without a key, and what it made", async () => {
      const written = await write("k1", { decide: authorizing(), subject: paymentId });
      expect(written).toMatchObject({ replayed: false, subject: paymentId, continuing: open() });
      paymentId = PaymentId(freshId());
      const keyless = await write(null, { decide: authorizing() });
      expect(keyless).toMatchObject({ replayed: false, continuing: open() });
      expect(keyless.subject).toBeUndefined();
    });

    test("answers a retry with the operations that are still waited for", async () => {
      const first = await write("k1", { decide: authorizing(), subject: paymentId });
      const again = await write("k1", { decide: () => ok([]) });
      expect(JSON.stringify(again)).toBe(JSON.stringify({ ...first, replayed: true }));
    });

    test("carries on once: its outcome takes the place of what the key recorded", async () => {
      await write("k1", { decide: authorizing(), subject: paymentId });
      const settled = await write("k1", {
        decide: settling(),
        subject: paymentId,
        continues: true,
      });
      expect(settled).toMatchObject({ replayed: false, subject: paymentId });
      expect(settled.continuing).toBeUndefined();
      expect(await statusNow()).toBe("succeeded");

      const retried = await write("k1", { decide: authorizing() });
      const late = await write("k1", { decide: settling(), continues: true });
      for (const answer of [retried, late]) {
        expect(answer.replayed).toBe(true);
        expect(JSON.stringify(answer.result)).toBe(JSON.stringify(settled.result));
      }
    });

    test("of many that carry on at once one has an effect, and all get its answer", async () => {
      await write("k1", { decide: authorizing() });
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => write("k1", { decide: settling(), continues: true })),
      );
      expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(new Set(outcomes.map(({ result }) => JSON.stringify(result))).size).toBe(1);
      expect((await storage().orders.find(tenantId, orderId))?.version).toBe(3);
    });

    test("a refusal leaves the key as it was", async () => {
      await write("k1", { decide: authorizing() });
      const refusal = { type: "OrderNotFound", orderId } as const;
      const refused = await write("k1", { decide: () => err(refusal), continues: true });
      expect(refused).toMatchObject({ result: err(refusal), replayed: false });
      expect(await write("k1", { decide: authorizing() })).toMatchObject({ continuing: open() });
    });

    test("does not carry on with another request's key", async () => {
      await write("k1", { decide: authorizing() });
      const other = await write("k1", { decide: settling(), continues: true, fingerprint: "f2" });
      expect(other.result).toEqual(err({ type: "IdempotencyKeyReused" }));
      expect(await statusNow()).toBe("requested");
    });

    test("a write without events leaves the order as it is, and is an outcome", async () => {
      await write("k1", { decide: authorizing() });
      await write(null, { decide: settling() });
      const nothing = await write("k1", { decide: () => ok([]), continues: true });
      expect(nothing.continuing).toBeUndefined();
      expect(nothing.result._unsafeUnwrap().version).toBe(3);
      const again = await write("k1", { decide: authorizing() });
      expect(JSON.stringify(again)).toBe(JSON.stringify({ ...nothing, replayed: true }));
    });
  });
};
