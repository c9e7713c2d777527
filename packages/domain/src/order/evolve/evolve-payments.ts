import type { PaymentEvent } from "../events/payment-events.ts";
import type { Order, PlacedOrder } from "../order.ts";
import type { OperationStatus, OperationType, Payment } from "../payments/payment.ts";
import { replaceItem } from "./replace-item.ts";

export const evolvePayments = (order: PlacedOrder, event: PaymentEvent): Order => ({
  ...order,
  version: order.version + 1,
  updatedAt: event.at,
  payments: paymentsAfter(order.payments, event),
});

const paymentsAfter = (payments: readonly Payment[], event: PaymentEvent): readonly Payment[] => {
  switch (event.type) {
    case "payment.authorization_requested":
      return [...payments, withOperation(started(event), "authorization", "requested", event)];
    case "payment.recorded": {
      const promised = withOperation(started(event), "authorization", "succeeded", event);
      const payment = event.capture
        ? withOperation(promised, "capture", "succeeded", event)
        : promised;
      return [...payments, payment];
    }
    case "payment.capture_requested":
      return requested(payments, "capture", event);
    case "payment.void_requested":
      return requested(payments, "void", event);
    case "payment.refund_requested":
      return requested(payments, "refund", event);
    case "payment.operation_succeeded":
      return settled(payments, "succeeded", event);
    case "payment.operation_failed":
      return settled(payments, "failed", event);
    case "payment.operation_unknown":
      return settled(payments, "unknown", event);
  }
};

type Started = Extract<PaymentEvent, { readonly provider: string }>;
type Requested = Extract<PaymentEvent, { readonly amount: number; readonly operation: number }>;
type Settled = Extract<PaymentEvent, { readonly failure: string | null }>;

const started = ({ paymentId, provider, reference, amount, capture, at }: Started): Payment => ({
  id: paymentId,
  provider,
  reference,
  amount,
  capture,
  operations: [],
  createdAt: at,
});

const withOperation = (
  payment: Payment,
  type: OperationType,
  status: OperationStatus,
  { amount, at }: Started | Requested,
): Payment => ({
  ...payment,
  operations: [
    ...payment.operations,
    {
      number: payment.operations.length + 1,
      type,
      amount,
      status,
      requestedAt: at,
      settledAt: status === "requested" ? null : at,
      failure: null,
    },
  ],
});

const requested = (payments: readonly Payment[], type: OperationType, event: Requested) =>
  replaceItem(payments, event.paymentId, (payment) =>
    withOperation(payment, type, "requested", event),
  );

const settled = (
  payments: readonly Payment[],
  status: OperationStatus,
  { paymentId, operation: number, reference, failure, at }: Settled,
) =>
  replaceItem(payments, paymentId, (payment) => ({
    ...payment,
    reference: reference ?? payment.reference,
    operations: payment.operations.map((operation) =>
      operation.number === number ? { ...operation, status, settledAt: at, failure } : operation,
    ),
  }));
