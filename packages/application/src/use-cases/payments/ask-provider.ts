import type { OperationType, Order } from "@ordo/domain";
import type { OperationRef } from "../../outcome.ts";
import type {
  PaymentGateway,
  PaymentProvider,
  ProviderAnswer,
  ProviderRequest,
} from "../../ports/output/payment-gateway.ts";
import type { TenantId } from "../../tenant-id.ts";
import { findOperation, type Settlement } from "./settlement.ts";

/** Asks the payment's provider to carry out the operation, or what became of it: the key makes it one. */
export const askProvider = async (
  gateway: PaymentGateway,
  tenantId: TenantId,
  order: Order,
  ref: OperationRef,
): Promise<Settlement> => {
  const payment = order.payments.find(({ id }) => id === ref.paymentId);
  const operation = findOperation(order, ref);
  if (!payment || !operation)
    throw new Error(`order ${order.id} has no operation ${ref.operation} of ${ref.paymentId}`);

  const provider = gateway.provider(payment.provider);
  if (!provider) return { ...ref, answer: unreachable(payment.provider) };
  const answer = await perform(provider, operation.type, {
    key: `${payment.id}/${operation.number}`,
    tenantId,
    orderId: order.id,
    paymentId: payment.id,
    amount: operation.amount,
    currency: order.currency,
    reference: payment.reference,
  });
  return { ...ref, answer };
};

// A provider that was taken out of the configuration: it may have been asked while it was there.
const unreachable = (name: string): ProviderAnswer => ({
  outcome: "unknown",
  reason: `the provider ${name} is not configured`,
});

const perform = (
  provider: PaymentProvider,
  type: OperationType,
  request: ProviderRequest,
): Promise<ProviderAnswer> => {
  switch (type) {
    case "authorization":
      return provider.authorize(request);
    case "capture":
      return provider.capture(request);
    case "void":
      return provider.void(request);
    case "refund":
      return provider.refund(request);
  }
};
