import { type Order, type OrderId, Timestamp } from "@ordo/domain";
import { ok } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { OperationRef } from "../../outcome.ts";
import type { ReconcilePayments } from "../../ports/input/payments.ts";
import type { DueOrders } from "../../ports/output/due-orders.ts";
import type { CommandPorts } from "../make-order-command.ts";
import { type Seen, sweep } from "../sweep.ts";
import { carryOut } from "./carry-out.ts";
import { findOperation } from "./settlement.ts";

interface Ports extends CommandPorts {
  readonly dueOrders: DueOrders;
}

// A provider that is only just tried again is asked once, and what came beside that would stay unknown.
const AT_ONCE = 1;

export const makeReconcilePayments =
  (ports: Ports): ReconcilePayments =>
  async (input, context) => {
    const now = ports.clock.now();
    const stale = Timestamp(now - input.olderThan);
    return sweep(input, {
      at: now,
      atOnce: AT_ONCE,
      due: (page) => ports.dueOrders.unsettled(context.tenantId, now, page),
      seeTo: (orderId) => reconcile(ports, context, orderId, stale),
    });
  };

/** `done`: every operation of the order that had no outcome got one. */
const reconcile = async (
  ports: Ports,
  { tenantId, actor }: RequestContext,
  orderId: OrderId,
  stale: Timestamp,
): Promise<Seen> => {
  const order = await ports.orders.find(tenantId, orderId);
  const operations = order ? unsettled(order, stale) : [];
  if (!order || operations.length === 0) return "not due";
  const { result } = await carryOut(
    ports,
    { tenantId, actor, claim: null },
    { result: ok(order), replayed: false, continuing: operations },
  );
  return result.isOk() && operations.every((ref) => isKnown(result.value, ref))
    ? "done"
    : "skipped";
};

/** Unknown ones, and those requested so long ago that no request can be at them any more. */
const unsettled = ({ payments }: Order, stale: Timestamp): readonly OperationRef[] =>
  payments.flatMap(({ id: paymentId, operations }) =>
    operations
      .filter(
        ({ status, requestedAt }) =>
          status === "unknown" || (status === "requested" && requestedAt <= stale),
      )
      .map(({ number }) => ({ paymentId, operation: number })),
  );

const isKnown = (order: Order, ref: OperationRef): boolean => {
  const status = findOperation(order, ref)?.status;
  return status === "succeeded" || status === "failed";
};
