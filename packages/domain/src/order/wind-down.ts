import type { CommandBase } from "./commands/command-base.ts";
import { openEdit } from "./edits/open-edit.ts";
import type { OrderCanceled, OrderExpired } from "./events/lifecycle-events.ts";
import type { PaymentEvent } from "./events/payment-events.ts";
import { canBeCanceled } from "./fulfillments/fulfillment-lifecycle.ts";
import type { OrderEvent } from "./order-event.ts";
import type { Order } from "./order.ts";
import type { Payment } from "./payments/payment.ts";
import { capturable, paymentSums, refundable } from "./payments/payment-sums.ts";
import { requestOperation } from "./payments/request-operation.ts";

/**
 * Everything that ends with an order: its open edit, its fulfillments that have not left, the order itself,
 * and its money. Authorizations are voided and captures refunded as far as that is not under way already.
 */
export const windDown = (
  order: Order,
  ending: OrderCanceled | OrderExpired,
): readonly OrderEvent[] => {
  const { at, actor } = ending;
  const edit = openEdit(order);
  return [
    ...(edit ? [{ type: "order.edit_declined" as const, at, actor, editId: edit.id }] : []),
    ...order.fulfillments.filter(canBeCanceled).map(({ id }) => ({
      type: "fulfillment.canceled" as const,
      at,
      actor,
      fulfillmentId: id,
    })),
    ending,
    ...order.payments.flatMap((payment) => giveBack(payment, ending)),
  ];
};

const giveBack = (payment: Payment, when: CommandBase): readonly PaymentEvent[] => {
  const sums = paymentSums(payment);
  const events: PaymentEvent[] = [];
  const ask = (type: "payment.void_requested" | "payment.refund_requested", amount: number) => {
    if (amount > 0) events.push(requestOperation(type, payment, amount, when, events.length));
  };
  ask("payment.void_requested", capturable(sums));
  ask("payment.refund_requested", refundable(sums));
  return events;
};
