import type { Order } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { WriteContext } from "../../context.ts";
import type { OperationRef, OrderOutcome } from "../../outcome.ts";
import type { Clock } from "../../ports/output/clock.ts";
import type { OrderRepository, WrittenOrder } from "../../ports/output/order-repository.ts";
import type { PaymentGateway } from "../../ports/output/payment-gateway.ts";
import type { TenantId } from "../../tenant-id.ts";
import { decideOn, ready } from "../order-command.ts";
import { askProvider } from "./ask-provider.ts";
import { type Settlement, settlingCommands } from "./settlement.ts";

interface Ports {
  readonly orders: OrderRepository;
  readonly payments: PaymentGateway;
  readonly clock: Clock;
}

// An outcome may call for another operation (a capture after its authorization, a refund of a capture
// that came too late), but never in a circle. What were left over, reconciling would find.
const ROUNDS = 10;

/**
 * Carries out the payment operations that a write opened (docs/decisions/0013): asks the provider outside
 * any transaction, then settles in a second write under the same key. Whoever comes again with the key
 * in between does the same, and the provider's key makes it one payment.
 */
export const carryOut = async (
  ports: Ports,
  context: Pick<WriteContext, "tenantId" | "actor" | "claim">,
  written: WrittenOrder,
): Promise<OrderOutcome> => {
  let latest = written;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { result, continuing = [] } = latest;
    if (result.isErr() || continuing.length === 0) break;
    const order = result.value;
    const settlements = await askProviders(ports.payments, context.tenantId, order, continuing);
    latest = await settle(ports, context, order, settlements, written.subject);
  }
  const { result, subject } = latest;
  return { result, replayed: written.replayed, ...(subject !== undefined && { subject }) };
};

/** One after the other: a provider sees a payment's operations in the order in which they were decided. */
const askProviders = async (
  payments: PaymentGateway,
  tenantId: TenantId,
  order: Order,
  operations: readonly OperationRef[],
): Promise<readonly Settlement[]> => {
  const settlements: Settlement[] = [];
  for (const operation of operations)
    settlements.push(await askProvider(payments, tenantId, order, operation));
  return settlements;
};

const settle = (
  { orders, clock }: Ports,
  { tenantId, actor, claim }: Pick<WriteContext, "tenantId" | "actor" | "claim">,
  { id: orderId }: Order,
  settlements: readonly Settlement[],
  subject: string | undefined,
): Promise<WrittenOrder> => {
  const at = clock.now();
  // Without a deadline: the provider has acted, whoever still waits.
  return orders.write({
    tenantId,
    orderId,
    claim,
    continues: true,
    decide: (order) =>
      order
        ? decideOn(
            order,
            ready((current) => ok(settlingCommands(current, settlements, { at, actor }))),
          )
        : err({ type: "OrderNotFound", orderId }),
    ...(subject !== undefined && { subject }),
  });
};
