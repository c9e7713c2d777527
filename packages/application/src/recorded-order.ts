import type { Order, OrderEvent } from "@ordo/domain";
import type { RecordedOrder } from "./idempotency.ts";
import type { OperationRef } from "./outcome.ts";

/** What a key records of an accepted write: done, or continuing when the events opened payment operations. */
export const recordedOrder = (
  after: Order,
  events: readonly OrderEvent[],
  subject?: string,
): RecordedOrder => {
  const made = {
    orderId: after.id,
    version: after.version,
    ...(subject !== undefined && { subject }),
  };
  const operations = openedOperations(after, events);
  return operations.length > 0
    ? { kind: "continuing", ...made, operations }
    : { kind: "order", ...made };
};

/** Payment operations that the events asked for and that have no outcome yet. */
const openedOperations = (after: Order, events: readonly OrderEvent[]): readonly OperationRef[] =>
  events.flatMap((event) => {
    const ref = requestedBy(event);
    return ref && isRequested(after, ref) ? [ref] : [];
  });

const requestedBy = (event: OrderEvent): OperationRef | undefined => {
  if (event.type === "payment.authorization_requested")
    return { paymentId: event.paymentId, operation: 1 };
  if (
    event.type === "payment.capture_requested" ||
    event.type === "payment.void_requested" ||
    event.type === "payment.refund_requested"
  )
    return { paymentId: event.paymentId, operation: event.operation };
  return undefined;
};

const isRequested = ({ payments }: Order, { paymentId, operation }: OperationRef): boolean =>
  payments.some(
    ({ id, operations }) =>
      id === paymentId &&
      operations.some(({ number, status }) => number === operation && status === "requested"),
  );
